import { describe, expect, test } from "vitest";
import { HEAD, NOW } from "../app.fixture.ts";
import { explanation, revisedIn, state } from "../submissions/statements/statements.fixture.ts";
import { type Json, read, revision, team } from "../submissions/team.fixture.ts";
import { findTampering } from "../verify/verify.ts";

describe("the revisions of a figure", async () => {
  const t = await team();
  const at = (query = "", year = 2023) => t.get(`/indicators/DIGITAL_ECONOMY_GDP/revisions/${year}${query}`);
  const first = async (query = "", year = 2023) => (await read(at(query, year))).figures[0] as Json;
  const release = await revisedIn(t.db);

  test("name old and new value, where the old one stood, and who revised it", async () => {
    const { indicator, figures, compilers, sources } = await read(at());
    expect(indicator).toMatchObject({ code: "DIGITAL_ECONOMY_GDP", compiler: "NSO" });
    expect(figures).toMatchObject([
      {
        compiler: "NSO",
        explanation: null,
        revisions: [
          {
            old: { value: 12.33, source: "DE-GSO-24" },
            new: { value: 12.87, source: "DE-GSO-2501", published: "2025-01-06", release },
            revisedIn: { id: release, reconstructed: true },
            stood: [{ source: "DE-GSO-24", published: "2024-12-31", publishedPrecision: "year" }],
            ...{ reason: null, reasonText: null },
          },
        ],
      },
    ]);
    expect(figures[0].revisions[0].knownSince.id).toBeLessThan(release);
    expect(figures[0].revisions[0].besides).toBeGreaterThan(0);
    expect(compilers.map(({ code }: Json) => code)).toEqual(["NSO"]);
    expect(sources.map(({ id }: Json) => id).sort()).toEqual(["DE-GSO-24", "DE-GSO-2501"]);
  });
  test("name every step of one that was revised twice", async () => {
    const values = ((await first("", 2022)).revisions as Json[]).map((one) => [
      (one.old as Json).value,
      (one.new as Json).value,
    ]);
    expect(values).toEqual([
      [12.67, 12.63],
      [12.63, 12.83],
    ]);
  });
  test("are not known on a day before them, and there are none of a figure that stands as it was published", async () => {
    expect((await read(at("?asOf=2024-12-31"))).figures).toEqual([]);
    for (const year of [2025, 1950]) expect((await at("", year)).status).toBe(404);
    expect((await t.get("/indicators/GII_RANK/revisions/x")).status).toBe(404);
  });
  test("by staff say why, whose doing it was, and which statuses the release changed", async () => {
    const wrong = { ...revision, timePeriod: 2025, value: "27.00", reason: "own_error", reasonText: "Chép nhầm" };
    const made = await t.submit(t.lan, await t.draft(t.lan, wrong));
    const { release: published } = await read(t.review(t.hoa, made, { approve: "all" }));
    expect(published).toBe(HEAD + 1);
    const { revisions, explanation: none } = await first("", 2025);
    expect([revisions, none]).toMatchObject([
      [
        {
          old: { value: 14.02 },
          new: { value: 27 },
          reason: "own_error",
          reasonText: "Chép nhầm",
          besides: 0,
          revisedIn: { reconstructed: false },
        },
      ],
      null,
    ]);
    const { statuses } = await read(t.get(`/releases/${published}`));
    expect(statuses.length).toBeGreaterThan(0);
    expect((revisions as Json[])[0]?.statuses).toEqual(statuses);
  });
  test("carry the answer that staff approved, from its release on", async () => {
    const one = { ...explanation, content: { ...explanation.content, revisedIn: release } };
    const made = await t.submit(t.lan, await state(t, one));
    expect((await first()).explanation).toBeNull();
    await t.review(t.hoa, made, { approve: "all" });
    expect((await first()).explanation).toEqual({
      revisedIn: release,
      used: { vi: "Báo cáo số 12/BC-BKHCN ngày 20/12/2024", en: null },
      answer: { vi: "Số 12,33 là số sơ bộ; từ nay dùng số 12,87.", en: null },
      release: HEAD + 2,
    });
    expect((await first(`?release=${HEAD + 1}`)).explanation).toBeNull();
    expect((await read(t.get(`/releases/${HEAD + 2}`))).release.reason).toMatch(/^Thông tin giải trình: .+ 2023$/);
    expect(await findTampering({ db: t.db, now: NOW })).toBeNull();
  });
});
