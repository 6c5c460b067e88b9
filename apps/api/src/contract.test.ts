import { expect, test } from "vitest";
import { staffedApp } from "./identity/staff.fixture.ts";

// biome-ignore lint/suspicious/noExplicitAny: a JSON schema, of which each part is looked at
type Schema = any;
const span = (least: unknown, most: unknown) => (least ?? most) !== undefined && `${least ?? ""}..${most ?? ""}`;
/** A JSON schema in one line: `{ name: string(1..100), year?: integer(1900..2100) }`. */
function brief(schema: Schema): string {
  if (schema === undefined || schema === true) return "any";
  const more = schema.default === undefined ? "" : ` = ${JSON.stringify(schema.default)}`;
  if (schema.$ref) return `${schema.$ref.split("/").at(-1)}${more}`;
  const several = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  if (several) return `(${several.map(brief).join(schema.allOf ? " & " : " | ")})${more}`;
  if (schema.enum ?? schema.const !== undefined)
    return `${(schema.enum ?? [schema.const]).map((v: unknown) => JSON.stringify(v)).join("|")}${more}`;
  const { type, format, pattern } = schema;
  if (type === "null") return "null";
  if (Array.isArray(type))
    return `${type.map((one) => brief({ ...schema, type: one, default: undefined })).join("|")}${more}`;
  if (type === "array") return `[${brief(schema.items)}]${span(schema.minItems, schema.maxItems) || ""}${more}`;
  if (type === "object") {
    const fields = Object.entries(schema.properties ?? {}).map(
      ([name, of]) => `${name}${schema.required?.includes(name) ? "" : "?"}: ${brief(of)}`,
    );
    const rest = schema.additionalProperties;
    const others = rest === false ? [] : [rest && rest !== true ? `*: ${brief(rest)}` : "*"];
    return `{ ${[...fields, ...others].join(", ")} }${more}`;
  }
  const limits = [
    format,
    pattern && `/${pattern}/`,
    span(schema.minLength, schema.maxLength) || span(schema.minimum, schema.maximum),
    schema.exclusiveMinimum !== undefined && `>${schema.exclusiveMinimum}`,
  ].filter(Boolean);
  return `${type}${limits.length > 0 ? `(${limits.join(" ")})` : ""}${more}`;
}
const bodies = (content: Schema = {}) =>
  Object.entries(content).map(([type, { schema }]: [string, Schema]) => `${type} ${brief(schema)}`);

const { app } = await staffedApp();
const { paths } = (await (await app.request("/api/v1/openapi.json")).json()) as Schema;
const operations = Object.entries(paths as Record<string, Schema>).flatMap(([path, methods]) =>
  Object.entries(methods as Record<string, Schema>).map(
    ([method, { tags, operationId, parameters = [], requestBody, responses }]) =>
      [
        `${method.toUpperCase()} ${path}`,
        [
          `${operationId} (${tags})`,
          ...parameters.map((p: Schema) => `${p.in} ${p.name}${p.required ? "" : "?"}: ${brief(p.schema)}`),
          ...bodies(requestBody?.content).map((body) => `body${requestBody.required ? "" : "?"} ${body}`),
          ...Object.entries(responses as Record<string, Schema>).map(
            ([status, { content, description, headers = {} }]) =>
              [status, ...Object.keys(headers), ...(Number(status) < 400 ? bodies(content) : [description])].join(" "),
          ),
        ].join("\n"),
      ] as const,
  ),
);

/** Any change of request, response or problems shows in the snapshot. */
test.each(operations)("%s takes and gives what it always did", (_, operation) => expect(operation).toMatchSnapshot());
