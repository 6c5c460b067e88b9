import { expect, test } from "vitest";
import { findTampering } from "../audit/verify.ts";
import { gii2026, read, slug, team } from "../submissions/team.examples.ts";

test("on a full disk a change is refused as a whole and said to be; reading goes on, and with room it is done once", async () => {
  const t = await team();
  const made = await t.submit(t.lan, await t.draft(t.lan, gii2026));
  const { writer } = t.db;
  const key = { "idempotency-key": "approve-on-a-full-disk" };
  const approve = () => t.review(t.hoa, made, { approve: "all" }, key);
  const [before, pages] = [t.events(), writer.pragma("page_count", { simple: true }) as number];
  // SQLite then says what it says of a full disk.
  writer.pragma(`max_page_count = ${pages}`);
  const wide = Array.from({ length: 40 }, () => ({ ...gii2026, obsComVi: "x".repeat(1900) }));
  const refused = await t.lan.post("/submissions", { title: "x", items: wide });
  expect([refused.status, await slug(refused)]).toEqual([507, "storage-full"]);
  expect([t.events(), t.head(), (await read(t.lan.get("/submissions"))).items.length]).toEqual([before, 62, 1]);
  expect((await t.get("/observations?indicator=GII_RANK&area=VNM")).status).toBe(200);
  writer.pragma("max_page_count = 1073741823");
  expect(await read(approve())).toMatchObject({ state: "approved", release: 63 });
  expect(await read(approve())).toMatchObject({ release: 63 });
  expect([t.head(), findTampering(t.db)]).toEqual([63, null]);
});
