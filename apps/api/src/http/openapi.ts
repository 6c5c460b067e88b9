import type { OpenAPIHono } from "@hono/zod-openapi";
import { problems } from "@moc2030/shared/schema/problem";
import type { Env } from "./env.ts";

type Header = { description: string; required?: boolean; schema: { type: "string" } };
type Parameter = { in: string; name: string; description?: string; required?: boolean; schema: unknown };
type Operation = {
  "x-action"?: string;
  "x-idempotent"?: boolean;
  operationId?: string;
  security?: Record<string, string[]>[];
  parameters?: Parameter[];
  responses: Record<string, { description: string; headers?: Record<string, Header> }>;
};

const text = { type: "string" } as const;
const header = (name: string, description: string, required = false): Parameter => ({
  ...{ in: "header", name, description, required, schema: text },
});
const answered = (description: string): Header => ({ description, schema: text });

const IF_MATCH = header("If-Match", "The ETag of the version that the change is meant for; 428 without it.", true);
const IDEMPOTENCY_KEY = header(
  "Idempotency-Key",
  "8 to 100 printable characters, new for each request: the same request with the same key is done once and answered alike.",
);
const IF_NONE_MATCH = header(
  "If-None-Match",
  "The ETag of the answer that is there already: 304 where it is still good.",
);
const PERSON = header(
  "X-Person",
  "The id of whoever the request is meant to come from; 401 where somebody else is signed in.",
);

/** Response headers of a read. */
const READ = {
  ETag: answered("Names this very answer; another one for each encoding."),
  "Cache-Control": answered(
    "`immutable` where the address has a release or a day that has ended, otherwise `max-age=0` with `s-maxage`, `stale-while-revalidate` and `stale-if-error` for shared caches.",
  ),
  "X-Release": answered("The newest release that the answer is made of; `none` before the first."),
  "X-Notice": answered("What else there is to say: a day that has not come, or before the first release."),
};
const RETRY = { "Retry-After": answered("Seconds until the next attempt is looked at.") };
const NAME = { "Content-Disposition": answered("The file's name, which has the release in it.") };
const FILE = {
  "X-Reference-Date": answered("The day on which was judged, where the answer depends on it."),
  Link: answered("Where the figures are described (`describedby`)."),
  ...NAME,
};

/** The operationId, derived from method and path: `GET /indicators/{code}` is `getIndicatorsByCode`. */
export const operationId = (method: string, path: string): string =>
  method +
  path
    .replace(/\{(\w+)\}/g, (_, name: string) => `by-${name}`)
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");

/** Adds what is common to all operations of a kind: operationId, security, request and response headers. */
function complete(method: string, path: string, operation: Operation) {
  const { "x-action": action, "x-idempotent": isIdempotent, responses } = operation;
  const takes = (...more: Parameter[]) => {
    operation.parameters = [...(operation.parameters ?? []), ...more];
  };
  const says = (status: string, headers: Record<string, Header>) => {
    const response = responses[status];
    if (response) response.headers = { ...response.headers, ...headers };
  };
  const refuses = (slug: keyof typeof problems) => {
    responses[problems[slug].status] ??= { ...responses["500"], description: problems[slug].title };
  };
  operation.operationId = operationId(method, path);
  if (method === "get" && !/\.\w+$/.test(path)) refuses("not-acceptable");
  if (operation.parameters?.some(({ name }) => name === "release")) {
    takes(IF_NONE_MATCH);
    says("200", READ);
    if (/^\/(observations|assessments|targets)(\.|$)/.test(path)) says("200", FILE);
    if (/\/(chart|citation|report)\.\w+$/.test(path)) says("200", NAME);
    if (/^\/report(\.|$)/.test(path)) says("503", RETRY);
  }
  if (action === undefined || action === "anyone") return;
  operation.security = [{ session: [] }];
  if (method !== "get") refuses("forbidden");
  takes(PERSON);
  if ("428" in responses) takes(IF_MATCH);
  if ("428" in responses || isIdempotent) {
    takes(IDEMPOTENCY_KEY);
    says("200", {
      ETag: answered("The version that the change has made."),
      "Idempotent-Replayed": answered("`true` where the same request had been answered before."),
    });
  }
  if (method === "get" && path === "/submissions/{id}") says("200", { ETag: answered("The version, for If-Match.") });
}

/** The OpenAPI 3.1 document, generated from the schemas that validate requests. */
export function openApiDocument(router: OpenAPIHono<Env, never>) {
  const document = router.getOpenAPI31Document({
    openapi: "3.1.0",
    info: {
      title: "Mốc 2030",
      version: "1",
      description:
        "Yearly indicators of Viet Nam's national strategy on the Fourth Industrial Revolution (Decision 2289/QĐ-TTg), the targets they are measured against, and how far each has been reached. Every read takes lang, asOf and release.",
      license: { name: "Apache-2.0", url: "https://www.apache.org/licenses/LICENSE-2.0" },
    },
    servers: [{ url: "/api/v1" }],
  });
  for (const [path, methods] of Object.entries(document.paths ?? {}))
    for (const [method, operation] of Object.entries(methods as Record<string, Operation>)) {
      complete(method, path, operation);
      const limited = operation.responses["429"];
      if (limited) limited.headers = RETRY;
    }
  const session = {
    type: "apiKey" as const,
    in: "cookie" as const,
    name: "__Host-moc2030-session",
    description:
      "Set by POST /session/second-factor. Changes are taken from this site's own pages alone, or with `Sec-Fetch-Site: same-origin`.",
  };
  return { ...document, components: { ...document.components, securitySchemes: { session } } };
}
