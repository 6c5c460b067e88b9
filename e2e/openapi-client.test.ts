import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { origin } from "./browser.ts";

const folder = fileURLToPath(new URL("../scripts/openapi-client", import.meta.url));
const bin = (name: string) => join(folder, "node_modules/.bin", name);
const run = (program: string, ...args: string[]) => {
  try {
    return { code: 0, output: execFileSync(program, args, { cwd: folder, encoding: "utf8", stdio: "pipe" }) };
  } catch (error) {
    const { status, stdout, stderr } = error as { status: number | null; stdout?: string; stderr?: string };
    return { code: status ?? -1, output: `${stdout}${stderr}` };
  }
};

/** Installs what makes the client, unless this very lock file is installed already. */
function install() {
  const installed = join(folder, "node_modules/.installed");
  const lock = createHash("sha256")
    .update(readFileSync(join(folder, "package-lock.json")))
    .digest("hex");
  if (existsSync(installed) && readFileSync(installed, "utf8") === lock) return;
  expect(run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")).toMatchObject({ code: 0 });
  writeFileSync(installed, lock);
}

test("a client that openapi-typescript makes of the API's description compiles strictly, and asks for If-Match", async () => {
  install();
  mkdirSync(join(folder, "dist"), { recursive: true });
  const description = await fetch(`${origin()}/api/v1/openapi.json`);
  writeFileSync(join(folder, "dist/openapi.json"), await description.text());
  expect(run(bin("openapi-typescript"), "dist/openapi.json", "-o", "dist/schema.d.ts")).toMatchObject({ code: 0 });
  const types = readFileSync(join(folder, "dist/schema.d.ts"), "utf8");
  expect(types).toContain("getIndicatorsByCode");
  expect(run(bin("tsc"), "-p", ".")).toEqual({ code: 0, output: "" });
});
