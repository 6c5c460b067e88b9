import { addDays } from "@moc2030/shared/text/date";
import { describe, expect, test } from "vitest";
import { HEAD, NOW } from "../app.fixture.ts";
import { correction, state } from "../submissions/statements/statements.fixture.ts";
import { type Json, read, team } from "../submissions/team.fixture.ts";
import { findTampering } from "../verify/verify.ts";

describe("a correction notice", async () => {
  let now = NOW;
  const t = await team({ now: () => now });
  const approve = async (one: Json) =>
    read(t.review(t.hoa, await t.submit(t.lan, await state(t, one)), { approve: "all" }));
  const list = async (query = ""): Promise<Json[]> => (await read(t.get(`/corrections${query}`))).items;
  const other = { ...correction, subject: "2026-11-21-ffff", content: { ...correction.content, pages: [] } };

  test("is not there before a second person has approved it", async () => {
    expect(await list()).toEqual([]);
    const made = await t.submit(t.lan, await state(t, correction));
    expect(await list()).toEqual([]);
    await t.review(t.hoa, made, { approve: "all" });
    expect(await list()).toEqual([
      {
        id: correction.subject,
        indicators: ["GII_RANK"],
        pages: ["/", "/indicators/GII_RANK", "/strategy", "/releases/60", "/releases/62"],
        wrong: correction.content.wrong,
        right: { vi: "GII 2025: hạng 44/139", en: null },
        why: { vi: "Chép nhầm dòng của bảng xếp hạng.", en: null },
        ...{ wrongSince: 60, rightSince: 62 },
        published: { id: HEAD + 1, publishedAt: NOW.toISOString() },
        release: HEAD + 1,
        ...{ shownUntil: "2026-12-20", isShown: true },
      },
    ]);
  });
  test("is in the ledger by the names of what it concerns, and no revision of a figure", async () => {
    const { release, definitions, observations } = await read(t.get(`/releases/${HEAD + 1}?lang=en`));
    expect(release.reason).toBe("Correction: GII rank");
    expect(definitions).toMatchObject([{ kind: "statement", change: "added" }]);
    expect(observations).toEqual([]);
  });
  test("has an entry of its own in the feed, beside its release", async () => {
    const answer = await t.get("/feed.atom?lang=en");
    expect(answer.headers.get("content-type")).toBe("application/atom+xml; charset=utf-8");
    const entries = (await answer.text()).split("<entry>").slice(1);
    const said = (entry: string | undefined) =>
      ["id", "title", "updated", "content"].map(
        (name) => new RegExp(`<${name}[^>]*>(.*?)</${name}>`).exec(entry ?? "")?.[1],
      );
    expect(said(entries[0])[0]).toBe(`urn:moc2030:release:${HEAD + 1}`);
    expect(said(entries[1])).toEqual([
      `urn:moc2030:correction:${correction.subject}`,
      "Correction: GII 2025: hạng 44/139",
      NOW.toISOString(),
      "GII 2025: rank 45/139 → GII 2025: hạng 44/139. Why: Chép nhầm dòng của bảng xếp hạng.",
    ]);
    expect(entries).toHaveLength(51);
    expect(await (await t.get(`/feed.atom?release=${HEAD}`)).text()).not.toContain("urn:moc2030:correction");
    expect(await (await t.get("/feed.atom?asOf=1990-01-01")).text()).not.toContain("<entry>");
  });
  test("is not known on a day before it, nor in an earlier release", async () => {
    expect(await list("?asOf=2026-11-20")).toEqual([]);
    expect(await list(`?release=${HEAD}`)).toEqual([]);
  });
  test("stands on its pages for 30 days, and in the list for good; a new wording begins no new term", async () => {
    now = new Date(`${addDays("2026-11-21", 29)}T05:00:00Z`);
    expect(await list()).toMatchObject([{ isShown: true }]);
    const reworded = { ...correction.content, why: { vi: "Chép nhầm một dòng." } };
    await approve({ ...correction, content: reworded, reasonText: "Viết gọn" });
    expect(await list()).toMatchObject([
      { published: { id: HEAD + 1 }, release: HEAD + 2, why: { vi: "Chép nhầm một dòng." }, isShown: true },
    ]);
    now = new Date(`${addDays("2026-11-21", 30)}T05:00:00Z`);
    expect(await list()).toMatchObject([{ shownUntil: "2026-12-20", isShown: false }]);
    // As on the day itself.
    expect(await list("?asOf=2026-12-20")).toMatchObject([{ isShown: true }]);
  });
  test("the newest is first; one that is withdrawn is no longer there", async () => {
    await approve(other);
    expect((await list()).map(({ id }) => id)).toEqual([other.subject, correction.subject]);
    await approve({ ...other, withdrawn: true, reasonText: "Không có lỗi" });
    expect((await list()).map(({ id }) => id)).toEqual([correction.subject]);
    expect(await findTampering({ db: t.db, now })).toBeNull();
  });
});
