import { z } from "zod";
import type { Localized } from "../text/lang.ts";
import { bilingual } from "./text.ts";

/** The schema of `localize(value)`: every bilingual text becomes a string. */
export function localizedSchema<S extends z.ZodType>(schema: S): z.ZodType<Localized<z.infer<S>>> {
  return localizedNode(schema) as unknown as z.ZodType<Localized<z.infer<S>>>;
}

function localizedNode(schema: z.ZodType): z.ZodType {
  if ((schema as unknown) === bilingual) return z.string();
  if (schema instanceof z.ZodNullable) return localizedNode(schema.unwrap() as z.ZodType).nullable();
  if (schema instanceof z.ZodOptional) return localizedNode(schema.unwrap() as z.ZodType).optional();
  if (schema instanceof z.ZodArray) return z.array(localizedNode(schema.element as z.ZodType));
  if (schema instanceof z.ZodObject)
    return z.strictObject(
      Object.fromEntries(Object.entries(schema.shape).map(([key, field]) => [key, localizedNode(field as z.ZodType)])),
    );
  return schema;
}
