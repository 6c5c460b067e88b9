import { spawnSync } from "node:child_process";

/**
 * Whether a program is installed and runs.
 * @param {string} program
 * @param {string[]} [args]
 */
export function works(program, args = ["--version"]) {
  return spawnSync(program, args, { stdio: "ignore" }).status === 0;
}

/** Whether packages can be installed: as root, with apt-get. */
export const mayInstall = () => process.getuid?.() === 0 && works("apt-get");

/**
 * Installs Debian packages; failures show when the programs are used.
 * @param {string[]} packages
 */
export function install(packages) {
  const options = ["-o", "DPkg::Lock::Timeout=300"];
  for (const args of [["update"], ["install", "-y", "--no-install-recommends", ...packages]]) {
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    spawnSync("apt-get", [...options, ...args], { stdio: ["ignore", "inherit", "inherit"], env });
  }
}
