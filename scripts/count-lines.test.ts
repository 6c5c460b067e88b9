import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { linesByRoom, table } from "./count-lines.ts";

const made: string[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true });
});

function roomsOf(files: Record<string, number>) {
  const root = mkdtempSync(join(tmpdir(), "moc2030-lines-"));
  made.push(root);
  for (const [file, lines] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), "x\n".repeat(lines));
  }
  return linesByRoom(root);
}

it("counts a file to its first folder under src, or to src itself", () => {
  const rooms = roomsOf({
    "apps/api/src/app.ts": 3,
    "apps/api/src/audit/seal.ts": 5,
    "apps/api/src/audit/checks/chain.ts": 7,
    "apps/web/src/ui/menu.tsx": 11,
    "apps/web/vite.config.ts": 13,
    "packages/shared/src/actions.ts": 17,
    "scripts/borders.ts": 19,
  });
  expect([...rooms]).toEqual([
    ["apps/api/src", 3],
    ["apps/api/src/audit", 12],
    ["apps/web", 13],
    ["apps/web/src/ui", 11],
    ["packages/shared/src", 17],
    ["scripts", 19],
  ]);
  expect(table(rooms).split("\n").at(-1)).toBe("| all | 75 |");
});

it("leaves out tests and their support, benchmarks, fixtures, and other languages", () => {
  const rooms = roomsOf({
    "apps/api/src/due.ts": 1,
    "apps/api/src/due.test.ts": 2,
    "apps/api/src/submissions/history.fixture.ts": 2,
    "apps/api/src/app.fixture.ts": 2,
    "apps/api/bench/load.ts": 2,
    "apps/api/fixtures/a.ts": 2,
    "apps/web/src/charts/peers.fixture.ts": 2,
    "apps/web/dist/a.ts": 2,
    "apps/web/node_modules/a/a.ts": 2,
    "e2e/browser.ts": 2,
    "scripts/run.mjs": 2,
  });
  expect([...rooms]).toEqual([["apps/api/src", 1]]);
});
