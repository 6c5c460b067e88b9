import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Env } from "./env.ts";

/** The OpenAPI 3.1 document of a router, generated from the schemas that check it. */
export const openApiDocument = (router: OpenAPIHono<Env, never>) =>
  router.getOpenAPI31Document({
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
