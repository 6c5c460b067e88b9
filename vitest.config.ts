import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

// Limits for what hangs, not for what is slow: a machine that is shared takes many times as long. Nothing is tried twice.
const patience = { testTimeout: 120_000, hookTimeout: 120_000, expect: { poll: { timeout: 60_000 } } };
/** One process reads the modules once for all its files, and has one page to draw in; what is kept between tests is kept by database or client, not by module. */
const together = { ...patience, isolate: false };
const web = "./apps/web/vite.config.ts";
/** What listens to a page until it is left: each file has a page, and a process, of its own. */
const wholePage = ["src/islands/*.test.tsx", "src/charts/pointer.test.tsx", "src/staff/follow-links.test.tsx"];

export default defineConfig({
  test: {
    reporters: ["default", "./scripts/tally-reporter.ts"],
    passWithNoTests: false,
    teardownTimeout: 60_000,
    // One core fewer is the default, which on two leaves one.
    maxWorkers: availableParallelism(),
    projects: [
      { test: { name: "shared", root: "packages/shared", environment: "node", ...together } },
      {
        test: {
          name: "api",
          root: "apps/api",
          environment: "node",
          globalSetup: fileURLToPath(new URL("apps/api/src/setup.fixture.ts", import.meta.url)),
          ...together,
        },
      },
      // What draws (.tsx) has a page to draw in, which takes a second to set up; everything else needs none.
      { extends: web, test: { name: "web", root: "apps/web", include: ["**/*.test.ts"], ...together } },
      {
        extends: web,
        test: {
          name: "web-dom",
          root: "apps/web",
          include: ["**/*.test.tsx"],
          exclude: ["node_modules/**", ...wholePage],
          environment: "jsdom",
          ...together,
        },
      },
      {
        extends: web,
        test: { name: "web-page", root: "apps/web", include: wholePage, environment: "jsdom", ...patience },
      },
      { test: { name: "repo", root: "scripts", environment: "node", ...together } },
      {
        test: {
          name: "e2e",
          root: "e2e",
          environment: "node",
          globalSetup: fileURLToPath(new URL("e2e/server.ts", import.meta.url)),
          ...patience,
          // A journey of many pages.
          testTimeout: 900_000,
          // Each file has a browser of its own, which takes a core; after the others.
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
