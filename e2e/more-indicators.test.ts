import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";
import { useServer } from "./own-server.ts";

const MORE = 60;
const seed = fileURLToPath(new URL("../data/seed", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "moc2030-seed-"));
afterAll(() => rmSync(folder, { recursive: true }));
cpSync(seed, folder, { recursive: true });
const model = readFileSync(join(seed, "indicators/GII_SCORE.yaml"), "utf8");
const figures = readFileSync(join(seed, "observations/GII_SCORE.csv"), "utf8");
for (let i = 1; i <= MORE; i++) {
  const code = `CONTEXT_${String(i).padStart(3, "0")}`;
  const own = model.replace(/^code: .*$/m, `code: ${code}`).replace(/^order: .*$/m, `order: ${1000 + i}`);
  writeFileSync(join(folder, `indicators/${code}.yaml`), own);
  writeFileSync(join(folder, `observations/${code}.csv`), figures);
}

const usual = useServer();
const larger = useServer({ SEED_DIR: folder });
const sizeOf = async (origin: string, path: string) => (await (await fetch(origin + path)).text()).length;

test.each(["/", "/strategy", "/compare", "/data", "/releases"])(
  "the document of %s grows by little more than the names of the indicators that are added",
  async (path) => {
    const [before, after] = [await sizeOf(usual.origin(), path), await sizeOf(larger.origin(), path)];
    expect(after - before).toBeLessThan(12_000);
  },
);
