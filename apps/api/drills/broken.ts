import { strict as assert } from "node:assert";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { ROOT } from "../src/root.ts";
import { bundled, type Product } from "./product.ts";

type Change = { file: string; find: string; put: string };
const API = "apps/api/src";
const DIALECT = "node_modules/drizzle-orm/sqlite-core/dialect.js";
const OPENING = `${API}/db/sqlite/file.ts`;

/** By drill: what is taken out of the product, so that the drill has to fail. */
export const breaks: Record<string, { how: string; changes: Change[]; long?: boolean }> = {
  R1: {
    how: "answers are not kept under their Idempotency-Key",
    changes: [{ file: `${API}/audit/idempotent.ts`, find: "await tx.orm.insert(idempotency).values(row);", put: "" }],
  },
  R2: {
    how: "no look at whether the file is damaged",
    changes: [{ file: OPENING, find: 'verdict !== "ok"', put: 'verdict === ""' }],
  },
  R3: {
    how: "synchronous=OFF, and no refusal of it",
    changes: [
      { file: OPENING, find: "synchronous = FULL", put: "synchronous = OFF" },
      { file: OPENING, find: "!== 2)", put: "!== 0)" },
    ],
  },
  R4: {
    how: "a full disk is an error like others",
    changes: [{ file: `${API}/db/database.ts`, find: '["SQLITE_FULL", "ENOSPC", "EDQUOT"]', put: "[]" }],
  },
  R5: {
    how: "the hash of a file of a backup is not compared",
    changes: [
      { file: `${API}/verify/backup.ts`, find: "(await hashFile(join(dir, name))) !== hash", put: 'hash === ""' },
    ],
  },
  R6: {
    how: "the log is never moved into the file",
    changes: [
      { file: OPENING, find: 'raw.pragma("busy', put: 'raw.pragma("wal_autocheckpoint = 0"); raw.pragma("busy' },
    ],
  },
  R7: {
    how: "BEGIN in place of BEGIN IMMEDIATE, and no wait for the lock",
    changes: [
      { file: `${API}/db/sqlite/connection.ts`, find: '"BEGIN IMMEDIATE"', put: '"BEGIN"' },
      { file: OPENING, find: "busy_timeout = 5000", put: "busy_timeout = 0" },
    ],
  },
  R8: {
    how: "the close() of Node's HTTP server",
    changes: [{ file: `${API}/http/listen.ts`, find: "NetServer.prototype.close.call(server,", put: "server.close(" }],
  },
  R9: {
    how: "the version of If-Match is not compared",
    changes: [{ file: `${API}/http/version.ts`, find: "given !== current", put: "given < 0" }],
  },
  R10: {
    how: "bodies of any size are read",
    changes: [{ file: `${API}/http/body.ts`, find: "    maxSize,", put: "    maxSize: 2 ** 40," }],
  },
  R11: {
    how: "migrations outside of a transaction",
    changes: [
      { file: DIALECT, find: "session.run(sql`BEGIN`);", put: "" },
      { file: DIALECT, find: "session.run(sql`COMMIT`);", put: "" },
    ],
  },
  R12: {
    how: "headers may take 25 s",
    // What it holds is a time, which only its long form asks for.
    long: true,
    changes: [{ file: `${API}/http/listen.ts`, find: "headersTimeout: headersMs", put: "headersTimeout: 25_000" }],
  },
};

/** Builds the product with the changes of a drill. */
export async function buildBroken(id: string): Promise<{ product: Product; remove: () => void }> {
  const changes = breaks[id]?.changes ?? [];
  const files = [...new Set(changes.map(({ file }) => join(ROOT, file)))];
  const folder = join(ROOT, "apps/api/dist.drill");
  await build({
    absWorkingDir: join(ROOT, "apps/api"),
    entryPoints: {
      server: "src/server.ts",
      cli: "src/cli.ts",
      "workbook-worker": "src/submissions/import/workbook-worker.ts",
    },
    outdir: folder,
    bundle: true,
    format: "esm",
    platform: "node",
    external: ["better-sqlite3", "@node-rs/argon2", "@resvg/resvg-js"],
    banner: {
      js: 'import { createRequire as _createRequire } from "node:module"; const require = _createRequire(import.meta.url);',
    },
    logLevel: "error",
    plugins: [
      {
        name: "break",
        setup({ onLoad }) {
          onLoad({ filter: /\.[jt]s$/ }, ({ path }) => {
            if (!files.includes(path)) return;
            let contents = readFileSync(path, "utf8");
            for (const { file, find, put } of changes) {
              if (join(ROOT, file) !== path) continue;
              assert.ok(contents.includes(find), `${file} has no longer ${find}`);
              contents = contents.replaceAll(find, put);
            }
            return { contents, loader: path.endsWith(".ts") ? "ts" : "js" };
          });
        },
      },
    ],
  });
  return { product: bundled(folder), remove: () => rmSync(folder, { recursive: true, force: true }) };
}
