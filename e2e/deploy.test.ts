import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { runNginx } from "./nginx.ts";
import { freePort } from "./running-server.ts";

const folder = fileURLToPath(new URL("../deploy/systemd/", import.meta.url));
const units = readdirSync(folder);
const read = (name: string) => readFileSync(folder + name, "utf8");
const analyze = (...args: string[]) =>
  execFileSync("systemd-analyze", ["--no-pager", ...args], { encoding: "utf8", env: { ...process.env, TZ: "UTC" } });

const exposure = (file: string) =>
  Number(/Overall exposure level for \S+: ([\d.]+)/.exec(analyze("security", "--offline=yes", file))?.[1]);

describe.each(units.filter((name) => name.endsWith(".service")))("%s", (name) => {
  test("leaves at most an exposure of 2.0 to whoever breaks in", () => {
    expect(exposure(folder + name)).toBeLessThanOrEqual(2);
  });
  test("would leave more without what it gives up", () => {
    const weak = join(mkdtempSync(join(tmpdir(), "moc2030-unit-")), name);
    writeFileSync(weak, read(name).replace(/^(Protect|Private|Restrict|SystemCallFilter|NoNew).*\n/gm, ""));
    expect(exposure(weak)).toBeGreaterThan(2);
    rmSync(dirname(weak), { recursive: true });
  });
  test("runs as an account without rights, and writes its own folders alone", () => {
    const unit = read(name);
    expect(unit).toMatch(/^User=moc2030$/m);
    expect(unit).toMatch(/^StateDirectory=moc2030\b/m);
    // Never the empty folder in which a disk is to be mounted.
    const folders = /^StateDirectory=(.*)$/m
      .exec(unit)?.[1]
      ?.split(" ")
      .map((folder) => `/var/lib/${folder}`);
    expect(unit.split("\n")).toContain(`RequiresMountsFor=${folders?.join(" ")}`);
    expect(unit).not.toMatch(/^ReadWritePaths=|^User=root$/m);
  });
});

test("the cache of compose mounts what the site reads, and the server trusts it at the address that it has", () => {
  const at = (path: string) => readFileSync(new URL(`../deploy/${path}`, import.meta.url), "utf8");
  const { services, volumes } = parse(at("package/compose.cache.yaml"));
  const { front } = parse(at("package/compose.yaml")).networks;
  const { moc2030, cache } = services;
  expect(moc2030.environment.TRUSTED_PROXY).toBe(cache.networks.front.ipv4_address);
  for (const { networks } of [moc2030, cache])
    expect(networks.front.ipv4_address).toContain(front.ipam.config[0].subnet.replace("0/24", ""));
  const site = at("nginx/moc2030.conf") + at("nginx/moc2030-cache.conf");
  const places = [...site.matchAll(/(?:include|ssl_certificate\w*|proxy_cache_path) +(\/[^\s;]+)/g)];
  expect(places.length).toBeGreaterThan(4);
  // What nginx's image links to its standard output, which the engine rotates.
  expect(site).toContain("access_log /var/log/nginx/access.log moc2030;");
  expect(cache.logging).toEqual({ driver: "local" });
  const mounted = (cache.volumes as string[]).map((volume) => volume.split(":")[1] ?? "?");
  for (const [, place = ""] of places)
    expect([place, mounted.some((folder) => place.startsWith(folder))]).toEqual([place, true]);
  const named = (cache.volumes as string[])
    .map((volume) => volume.split(":")[0] ?? "")
    .filter((name) => /^\w/.test(name));
  expect(Object.keys(volumes).sort()).toEqual(named.sort());
});

test.each([
  ["moc2030-backup", 1],
  ["moc2030-restore-test", 31],
])("%s.timer starts its service, every so many days", (name, days) => {
  expect(units).toContain(`${name}.service`);
  const timer = read(`${name}.timer`);
  const when = /^OnCalendar=(.*)$/m.exec(timer)?.[1] ?? "";
  const said = analyze("calendar", "--iterations=2", when);
  const [first = Number.NaN, second = Number.NaN] = [...said.matchAll(/: \w{3} ([\d-]+) ([\d:]+) UTC/g)].map(
    ([, day, time]) => Date.parse(`${day}T${time}Z`),
  );
  expect(second - first).toBeGreaterThan(0);
  expect(second - first).toBeLessThanOrEqual(days * 86_400_000);
  expect(timer).toMatch(/^Persistent=yes$/m);
});

test.each(["moc2030-backup", "moc2030-restore-test"])("%s is ended where it hangs", (name) => {
  const unit = read(`${name}.service`);
  expect(unit).toMatch(/^Type=oneshot$/m);
  // Of which systemd has no limit otherwise.
  const limit = /^TimeoutStartSec=(.+)$/m.exec(unit)?.[1] ?? "";
  expect(analyze("timespan", limit)).toMatch(/Human: \S*2h/);
});

test("the sample of a hook neither asks nor waits for ever where nobody answers", () => {
  const hook = readFileSync(new URL("../docs/operating.md", import.meta.url), "utf8");
  const ssh = /^ssh="(.*)"$/m.exec(hook)?.[1];
  for (const option of ["BatchMode=yes", "ConnectTimeout=20", "ServerAliveInterval=30"])
    expect(ssh).toContain(`-o ${option}`);
});

test("where the server is down, nginx says so in both languages, whatever was asked", async () => {
  const nginx = await runNginx(`http://127.0.0.1:${await freePort()}`);
  try {
    for (const method of ["GET", "POST"]) {
      const answer = await fetch(`${nginx.origin}/indicators?q=thuế`, { method });
      const { status, headers } = answer;
      expect([status, headers.get("cache-control"), headers.get("retry-after")]).toEqual([502, "no-store", "60"]);
      expect(await answer.text()).toMatch(/Xin thử lại sau ít phút[\s\S]*lang="en"[\s\S]*try again/);
    }
    // The log has what was asked for, without its query.
    const asked = () => nginx.log().match(/ 502 .*(?= \d+ [\d.]+ )/g);
    await expect.poll(asked).toEqual(expect.arrayContaining([" 502 GET /indicators", " 502 POST /indicators"]));
  } finally {
    await nginx.end();
  }
});

test.each([
  [
    "what the copy of the site says of HSTS holds",
    (copy: string) => copy.replace(`default "";`, `default "max-age=300";`),
    "max-age=300",
  ],
  ["a copy that does not say it is read too", (copy: string) => copy.replace(/^map \$scheme[^}]*}\n/m, ""), null],
])("%s", async (_, edit, said) => {
  const nginx = await runNginx(`http://127.0.0.1:${await freePort()}`, edit);
  try {
    expect((await fetch(nginx.origin)).headers.get("strict-transport-security")).toBe(said);
  } finally {
    await nginx.end();
  }
});

test("the limit of sign-ins that stands ready in the copy of the site holds for them alone", async () => {
  const nginx = await runNginx(`http://127.0.0.1:${await freePort()}`, (copy) =>
    copy.replaceAll(/# (?=map .*sign_in|limit_req)/g, "").replace("rate=5r/s", "rate=1r/m"),
  );
  const ask = async (path: string) => {
    const answers = Array.from({ length: 200 }, () => fetch(nginx.origin + path, { method: "POST" }));
    return new Set((await Promise.all(answers)).map(({ status }) => status));
  };
  try {
    expect(await ask("/api/v1/session/link")).toContain(429);
    expect(await ask("/api/v1/submissions")).not.toContain(429);
  } finally {
    await nginx.end();
  }
});
