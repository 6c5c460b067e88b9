import createClient from "openapi-fetch";
import type { operations, paths } from "./dist/schema.d.ts";

const api = createClient<paths>({ baseUrl: "https://moc2030.example.vn/api/v1" });

/** Figures of an indicator with their release, or null and the reason. */
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

/** Submits a draft; requires the version that was read. */
export async function submit(id: number, version: string) {
  const { data } = await api.POST("/submissions/{id}/submit", {
    params: { path: { id }, header: { "If-Match": version, "Idempotency-Key": crypto.randomUUID() } },
  });
  // @ts-expect-error: If-Match is required.
  await api.POST("/submissions/{id}/submit", { params: { path: { id } } });
  // @ts-expect-error: a number in a path is not a string.
  await api.GET("/releases/{id}", { params: { path: { id: "53" } } });
  return data?.state;
}

/** Operation ids are stable. */
export type Indicator = operations["getIndicatorsByCode"]["responses"][200]["content"]["application/json"]["indicator"];
