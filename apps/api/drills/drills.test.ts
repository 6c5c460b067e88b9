import { dirname } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { program } from "../src/programs.fixture.ts";
import { drills } from "./all.ts";
import { openPlace, Skipped } from "./place.ts";
import { bundled } from "./product.ts";

let place: Awaited<ReturnType<typeof openPlace>>;
beforeAll(async () => {
  place = await openPlace(bundled(dirname(program("server"))), false);
});
afterAll(() => place?.remove());

for (const drill of drills)
  test(`${drill.id}, ${drill.what}: ${drill.passes}`, { timeout: 600_000 }, async ({ skip }) => {
    try {
      expect(await drill.run(place)).not.toBe("");
    } catch (error) {
      if (!(error instanceof Skipped)) throw error;
      console.error(`SKIPPED: ${drill.id}, ${error.message}`);
      skip(error.message);
    }
  });
