import { appendFileSync, cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { emptyFolder, NOW, SEED_DIR, seededDb, testApp } from "../app.fixture.ts";
import { loadDocuments } from "../programs.fixture.ts";
import { loadSeed } from "../seed/load.ts";
import { testWeb } from "./web.fixture.ts";

const web = testWeb({}, await loadDocuments());

test("a page of a past day stays as it was when a later release brings what was overdue then", async () => {
  const folder = emptyFolder();
  cpSync(SEED_DIR, folder, { recursive: true });
  appendFileSync(
    join(folder, "observations/GII_RANK.csv"),
    "WIPO,VNM,2026,41,,A,sourced,139,GII2025-VNA,GII 2026,2026-09,,\n",
  );
  const db = await seededDb();
  expect(await loadSeed(db, folder, NOW)).toEqual({ releases: 1 });
  const [before, after] = await Promise.all([testApp({ web }), testApp({ db, web })]);
  for (const path of ["/", "/indicators/GII_RANK", "/targets/D2289-2030-GII_RANK", "/bodies/MOST", "/report"]) {
    const [then, now] = await Promise.all(
      [before, after].map(async ({ app }) => {
        const answer = await app.request(`${path}?asOf=2026-11-20`, { headers: { accept: "text/html" } });
        return (await answer.text()).match(/<main.*<\/main>/s)?.[0];
      }),
    );
    expect(then?.length, path).toBeGreaterThan(1000);
    expect(now, path).toBe(then);
  }
});

test("a release of texts alone makes the figures of the overview no newer", async () => {
  const folder = emptyFolder();
  cpSync(SEED_DIR, folder, { recursive: true });
  const file = join(folder, "indicators/GII_RANK.yaml");
  writeFileSync(file, readFileSync(file, "utf8").replace("Các ấn bản 2011–2022 có", "Mọi ấn bản 2011–2022 có"));
  const db = await seededDb();
  expect(await loadSeed(db, folder, NOW)).toEqual({ releases: 1 });
  const [before, after] = await Promise.all([testApp({ web }), testApp({ db, web })]);
  const [age, later] = await Promise.all(
    [before, after].map(async ({ app }) => (await (await app.request("/")).text()).match(/Số liệu đến [^·]*·/)?.[0]),
  );
  expect(age).toMatch(/\d{4}/);
  expect(later).toBe(age);
});
