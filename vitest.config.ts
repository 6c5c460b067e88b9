import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

// A machine that is shared may hold up a test that watches the clock; three times in a row is a fault.
const patience = { testTimeout: 30_000, retry: process.env.CI ? 2 : 0 };

export default defineConfig({
  test: {
    reporters: ["default", "./scripts/tally-reporter.ts"],
    passWithNoTests: false,
    projects: [
      { test: { name: "shared", root: "packages/shared", environment: "node", ...patience } },
      { test: { name: "api", root: "apps/api", environment: "node", ...patience } },
      {
        extends: "./apps/web/vite.config.ts",
        test: { name: "web", root: "apps/web", environment: "jsdom", ...patience },
      },
      { test: { name: "repo", root: "scripts", environment: "node", ...patience } },
      {
        test: {
          name: "e2e",
          root: "e2e",
          environment: "node",
          globalSetup: fileURLToPath(new URL("e2e/server.ts", import.meta.url)),
          fileParallelism: false,
          ...patience,
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // After the others: a browser that shares two cores with them gives flaky journeys.
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
