import { execFile } from "node:child_process";
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll } from "vitest";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const run = promisify(execFile);
export const NOBODY = 65_534;
const isRoot = process.getuid?.() === 0;

/** What a command printed and how it ended. */
export type Ended = { code: number; output: string };

/** Runs a program to its end; both outputs as one text. */
export async function ended(program: string, args: string[], env: NodeJS.ProcessEnv = process.env): Promise<Ended> {
  try {
    const { stdout, stderr } = await run(program, args, { env, maxBuffer: 2 ** 28 });
    return { code: 0, output: stdout + stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, output: `${stdout}${stderr}` };
  }
}

/** The package as it is handed over, unpacked for the tests of one file into a folder that everybody can read. */
export function useUnpacked() {
  const folder = mkdtempSync(join(tmpdir(), "moc2030-package-"));
  let tree = "";
  beforeAll(async () => {
    const { NODE_ENV: _, ...env } = process.env;
    const made = await ended(process.execPath, [join(ROOT, "scripts/package.mjs")], env);
    if (made.code !== 0) throw new Error(made.output);
    const archive = /(dist\.package\/\S+\.tar\.zst),/.exec(made.output)?.[1];
    chmodSync(folder, 0o755);
    await run("tar", ["--zstd", "-xf", join(ROOT, archive as string), "-C", folder]);
    tree = join(folder, readdirSync(folder).find((name) => name.startsWith("moc2030-")) as string);
    // All that a shell of a bare machine is asked for.
    mkdirSync(join(folder, "bin"));
    for (const name of ["sh", "dirname", "readlink"]) symlinkSync(`/usr/bin/${name}`, join(folder, "bin", name));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return {
    folder,
    tree: () => tree,
    /** A folder of the account that runs the package. */
    dataFolder(name: string): string {
      const path = join(folder, name);
      mkdirSync(path);
      if (isRoot) chownSync(path, NOBODY, NOBODY);
      return path;
    },
    /**
     * Runs a script where there is no network but loopback, with the tree read-only; `$as_user` runs a command as
     * another account with an empty environment and no other programs.
     */
    bare(script: string, env: Record<string, string> = {}): Promise<Ended> {
      const user = isRoot ? `setpriv --reuid ${NOBODY} --regid ${NOBODY} --clear-groups` : "";
      const settings = Object.entries(env).map(([name, value]) => `${name}=${value}`);
      const asUser = `${user} env -i PATH=${folder}/bin ${settings.join(" ")}`;
      const lines = [
        "set -eu",
        "ip link set lo up",
        `mount --bind ${tree} ${tree}`,
        `mount -o remount,bind,ro ${tree}`,
        `cd ${tree}`,
        `as_user="${asUser}"`,
        script,
      ];
      return ended("unshare", [...(isRoot ? [] : ["-r"]), "-n", "-m", "sh", "-c", lines.join("\n")]);
    },
  };
}

/** Lines of a script that start the server and wait until it serves. */
export const STARTED = `
  $as_user ./moc2030 start & server=$!
  until curl -fs -o /dev/null http://127.0.0.1:2289/readyz; do kill -0 $server; sleep 0.1; done`;
/** Lines that end it; its exit code is the script's. */
export const STOPPED = `
  kill -TERM $server
  wait $server`;
