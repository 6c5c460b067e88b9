import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { freePort } from "./running-server.ts";

const shipped = fileURLToPath(new URL("../deploy/nginx/", import.meta.url));

/** What an operator makes of the copy of the site. */
type Edit = (copy: string) => string;

/** The site as it is shipped, but for ports, certificates and the places of its files. */
function siteFor(origin: string, folder: string, port: number, redirectPort: number, edit: Edit): string {
  const read = (name: string) => readFileSync(shipped + name, "utf8");
  const site = edit(read("moc2030.conf"))
    .replace(/include \S+\/(\S+);/g, (_, name: string) => read(name))
    .replace(/root \S+;/, `root ${shipped};`)
    .replace("127.0.0.1:2289", new URL(origin).host)
    .replace("listen 80;", `listen 127.0.0.1:${redirectPort};`)
    .replace("listen 443 ssl http2;", `listen 127.0.0.1:${port};`)
    .replace(/^ *ssl_.*\n/gm, "")
    .replaceAll(/\/var\/(cache|log)\/nginx/g, folder);
  const kept = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
  return `${process.getuid?.() === 0 ? "user root;" : ""}
daemon off;
worker_processes 1;
pid ${folder}/nginx.pid;
error_log ${folder}/error.log;
events {}
http {
${kept.map((name) => `${name}_temp_path ${folder}/${name};`).join("\n")}
${site}}
`;
}

/** Debian's nginx as a cache before a server, on a free port of this machine. */
export async function runNginx(origin: string, edit: Edit = (copy) => copy) {
  const folder = mkdtempSync(join(tmpdir(), "moc2030-nginx-"));
  const [port, redirectPort] = [await freePort(), await freePort()];
  writeFileSync(join(folder, "nginx.conf"), siteFor(origin, folder, port, redirectPort, edit));
  const nginx = spawn("nginx", ["-c", join(folder, "nginx.conf"), "-e", join(folder, "error.log")], {
    stdio: "ignore",
  });
  const at = `http://127.0.0.1:${port}`;
  for (;;) {
    if (nginx.exitCode !== null) throw new Error(readFileSync(join(folder, "error.log"), "utf8"));
    if (await fetch(`${at}/healthz`).catch(() => null)) break;
    await new Promise((done) => setTimeout(done, 20));
  }
  return {
    origin: at,
    redirects: `http://127.0.0.1:${redirectPort}`,
    log: () => readFileSync(join(folder, "access.log"), "utf8"),
    async end() {
      nginx.kill("SIGTERM");
      if (nginx.exitCode === null) await once(nginx, "exit");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
