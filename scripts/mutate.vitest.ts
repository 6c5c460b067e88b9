import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const named = (process.env.MUTATE_TESTS ?? "").split(",");

// The tests of the part being mutated, as set by scripts/mutate.ts.
export default defineConfig({
  test: {
    root: fileURLToPath(new URL("..", import.meta.url)),
    include: named.filter((glob) => !glob.startsWith("!")),
    exclude: named.filter((glob) => glob.startsWith("!")).map((glob) => glob.slice(1)),
    environment: "node",
    globalSetup: fileURLToPath(new URL("../apps/api/src/setup.fixture.ts", import.meta.url)),
    // One worker for all files: starting one each would take longer than the tests.
    isolate: false,
    fileParallelism: false,
    runner: fileURLToPath(new URL("mutate.runner.ts", import.meta.url)),
    setupFiles: [fileURLToPath(new URL("mutate.setup.ts", import.meta.url))],
    testTimeout: 120_000,
  },
});
