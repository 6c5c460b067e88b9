import createClient from "openapi-fetch";
import type { operations, paths } from "./dist/schema.d.ts";

const api = createClient<paths>({ baseUrl: "https://moc2030.example.vn/api/v1" });

/** Figures of one indicator with the release that they are of; null and the reason where the API refuses. */
export async function figures(indicator: string) {
  const { data, error, response } = await api.GET("/observations.json", {
    params: { query: { indicator, from: 2020, release: 53, lang: "en" } },
  });
  if (!data) return { values: null, why: error.detail ?? error.title };
  const release: number | undefined = data.release?.id;
  return {
    values: data.items.map(({ timePeriod, value }): [number, number | null] => [timePeriod, value]),
    release,
    etag: response.headers.get("ETag"),
  };
}

/** Hands a draft in for review: only with the version that was read. */
export async function submit(id: number, version: string) {
  const { data } = await api.POST("/submissions/{id}/submit", {
    params: { path: { id }, header: { "If-Match": version, "Idempotency-Key": crypto.randomUUID() } },
  });
  // @ts-expect-error: If-Match cannot be left out.
  await api.POST("/submissions/{id}/submit", { params: { path: { id } } });
  // @ts-expect-error: a number in a path is no text.
  await api.GET("/releases/{id}", { params: { path: { id: "53" } } });
  return data?.state;
}

/** Operations go by names that stay. */
export type Indicator = operations["getIndicatorsByCode"]["responses"][200]["content"]["application/json"]["indicator"];
