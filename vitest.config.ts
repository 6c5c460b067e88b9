import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    reporters: ["default", "./scripts/tally-reporter.ts"],
    passWithNoTests: false,
    // A machine that is shared may stop a test that watches the clock; twice in a row is a fault.
    retry: process.env.CI ? 2 : 0,
    projects: [
      { test: { name: "shared", root: "packages/shared", environment: "node" } },
      { test: { name: "api", root: "apps/api", environment: "node", testTimeout: 30_000 } },
      {
        extends: "./apps/web/vite.config.ts",
        test: { name: "web", root: "apps/web", environment: "jsdom" },
      },
      { test: { name: "repo", root: "scripts", environment: "node" } },
      {
        test: {
          name: "e2e",
          root: "e2e",
          environment: "node",
          globalSetup: fileURLToPath(new URL("e2e/server.ts", import.meta.url)),
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // After the others: a browser that shares two cores with them gives flaky journeys.
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
