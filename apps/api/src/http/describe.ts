import { problems } from "@moc2030/shared/schema/problem";
import { releaseRef } from "@moc2030/shared/schema/release";
import { z } from "zod";

const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    requestId: z.string().optional(),
    errors: z
      .array(z.object({ pointer: z.string().optional(), parameter: z.string().optional(), detail: z.string() }))
      .optional(),
  })
  .meta({ id: "Problem" });

/** The responses of a route: 200 and its problems. */
export function responses<S extends z.ZodType>(schema: S, description: string, ...slugs: (keyof typeof problems)[]) {
  const errors = [...new Set([...slugs, "internal" as const])].map((slug) => [
    problems[slug].status,
    { description: problems[slug].title, content: { "application/problem+json": { schema: problemSchema } } },
  ]);
  return {
    ...Object.fromEntries(errors),
    200: { description, content: { "application/json": { schema } } },
  } as { 200: { description: string; content: { "application/json": { schema: S } } } };
}

/** The 200 response of a file download. */
export const fileResponse = (...types: string[]) => ({
  description: "The file",
  content: Object.fromEntries(types.map((type) => [type, { schema: z.string().meta({ format: "binary" }) }])),
});

/** The responses of a route that sends a file: 200 and its problems. */
export const fileResponses = (type: string, ...slugs: (keyof typeof problems)[]) => ({
  ...responses(z.any(), "", ...slugs),
  200: fileResponse(type),
});

/** What a read answers with: the release read (null before the first), a notice if there is one, and the rest. */
export const readOf = <S extends z.ZodRawShape>(shape: S) =>
  z.strictObject({ release: releaseRef.nullable(), notice: z.string().optional(), ...shape });

/** A read of a list. */
export const listOf = <S extends z.ZodType>(item: S) => readOf({ items: z.array(item) });
