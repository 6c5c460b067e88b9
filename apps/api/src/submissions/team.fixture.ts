import { expect } from "vitest";
import { staffedApp } from "../identity/staff.fixture.ts";
import { newestReleaseId } from "../observations/read-point.ts";

export type Json = Record<string, unknown>;
// biome-ignore lint/suspicious/noExplicitAny: a test reads what it expects, and fails where it is not there
export const read = async (answer: Response | Promise<Response>): Promise<any> => (await answer).json();
export const slug = async (answer: Response | Promise<Response>) =>
  (await read(answer)).type.replace("urn:moc2030:problem:", "");

const newSource = {
  title: "Global Innovation Index 2026",
  publisher: "WIPO",
  kind: "primary",
  date: "2026-09-16",
  url: "https://www.wipo.int/gii2026",
};
/** A new edition from an unlisted source. */
export const gii2026 = {
  indicator: "GII_RANK",
  compiler: "WIPO",
  refArea: "VNM",
  timePeriod: 2026,
  value: "42",
  rankPool: 139,
  newSource,
  edition: "GII 2026",
  published: "2026-09-16",
  place: "Table 1",
};
/** A published figure, revised by its publisher. */
export const revision = {
  indicator: "DIGITAL_ECONOMY_GDP",
  compiler: "NSO",
  refArea: "VNM",
  timePeriod: 2024,
  value: "13.30",
  obsStatus: ["P"],
  source: "DE-NSO-2601",
  published: "2026-11-01",
  reason: "publisher_revision",
  reasonText: "Cục Thống kê công bố lại",
  confirmation: "Số sơ bộ lần hai",
};

/** A server with a contributor, a reviewer and an administrator, and their usual requests. */
export async function team(parts: Parameters<typeof staffedApp>[0] = {}) {
  const server = await staffedApp(parts);
  const lan = await server.person("contributor", "Lan");
  const hoa = await server.person("reviewer", "Hoa");
  const boss = await server.person("administrator", "Bình");
  const draft = async (who: typeof lan, ...items: Json[]) => {
    const answer = await who.post("/submissions", { title: "Tháng 11", items });
    expect(answer.status).toBe(200);
    return read(answer);
  };
  const at = (version: number, more: Record<string, string> = {}) => ({ "if-match": `"${version}"`, ...more });
  const submit = async (who: typeof lan, s: { id: number; version: number }) => {
    const answer = await read(who.post(`/submissions/${s.id}/submit`, undefined, at(s.version)));
    expect(answer).toMatchObject({ state: "submitted" });
    return answer;
  };
  const review = (
    who: typeof lan,
    s: { id: number; version: number },
    decision: Json,
    more: Record<string, string> = {},
  ) => who.post(`/submissions/${s.id}/review`, decision, at(s.version, more));
  /** Answers what was said about a figure or statement that went back. */
  const answer = async (who: typeof lan, id: number, about: { item: number } | { statement: string }) =>
    expect((await who.post(`/submissions/${id}/comments`, { ...about, text: "Đã xem lại: đúng" })).status).toBe(200);
  const head = async () => Number(await newestReleaseId(server.db));
  return { ...server, lan, hoa, boss, draft, submit, review, answer, at, head };
}
