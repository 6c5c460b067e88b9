import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { useUnpacked } from "./unpacked.ts";

// Where no engine is: the files are read, and the steps of the Dockerfile are run by hand.
const unpacked = useUnpacked();
const inTree = (path: string) => readFileSync(join(unpacked.tree(), path), "utf8");
type Step = { name: string; value: string };
const steps = (): Step[] =>
  inTree("Dockerfile")
    .replaceAll(/^#.*\n/gm, "")
    .replaceAll(/\\\n/g, "")
    .trim()
    .split("\n")
    .map((line) => /^(?<name>[A-Z]+) (?<value>.*)$/.exec(line)?.groups as Step);
const step = (name: string) => {
  const found = steps().filter((one) => one.name === name);
  expect(found, name).toHaveLength(1);
  return found[0]?.value as string;
};

/** What COPY takes: what .dockerignore excepts from `*`. */
const copied = () => [...inTree(".dockerignore").matchAll(/^!(.+)$/gm)].map(([, name]) => name as string);

test("the image is of a named base, belongs to an account of its own, and says whether it is well", () => {
  expect(step("FROM")).toMatch(/^[a-z]+:\d+[\w.-]*$/);
  expect(step("USER")).toMatch(/^[1-9]\d+:[1-9]\d+$/);
  // What is copied belongs to root: the account cannot change it.
  expect(step("COPY")).toBe(". /opt/moc2030");
  expect(steps().map(({ name }) => name)).not.toContain("ADD");
  expect(step("RUN")).not.toMatch(/apt|curl|wget|sudo|777/);
  expect(step("HEALTHCHECK")).toContain("/readyz");
  for (const name of ["ENTRYPOINT", "CMD"]) expect(JSON.parse(step(name))).toEqual([expect.any(String)]);
});

test("what an operator puts beside the package, settings and keys, goes into no image", () => {
  expect(inTree(".dockerignore")).toMatch(/^\*$/m);
  const brought = ["Dockerfile", "SHA256SUMS", "compose.cache.yaml", "compose.yaml", "deploy", ".dockerignore"];
  expect([...copied(), ...brought].sort()).toEqual(readdirSync(unpacked.tree()).sort());
});

test("compose runs it with a read-only root, no rights, its data in a volume, and on loopback alone", () => {
  const { services, volumes, networks } = parse(inTree("compose.yaml"));
  const service = services.moc2030;
  expect(service).toMatchObject({
    build: ".",
    read_only: true,
    cap_drop: ["ALL"],
    security_opt: ["no-new-privileges:true"],
    volumes: [`data:${step("VOLUME")}`],
    ports: [`127.0.0.1:2289:${step("EXPOSE")}`],
  });
  expect(service).not.toHaveProperty("privileged");
  expect(volumes).toEqual({ data: null });
  expect(service.environment.PUBLIC_ORIGIN).toMatch(/^\$\{PUBLIC_ORIGIN:\?/);
  const [{ subnet }] = networks.front.ipam.config;
  expect(service.environment.TRUSTED_PROXY).toBe(subnet.replace("0/24", "1"));
});

test("its steps, run by hand: as that account, with a root that is read-only, it becomes well and ends with 0", async () => {
  const [uid, gid] = step("USER").split(":");
  const root = join(unpacked.folder, "root");
  const home = step("VOLUME");
  const words = (json: string) => (JSON.parse(json) as string[]).map((word) => `'${word.replaceAll("'", "'\\''")}'`);
  const check = words(/CMD (\[.*\])$/.exec(step("HEALTHCHECK"))?.[1] as string);
  const { code, output } = await unpacked.bare(`
    mkdir -p ${root}/etc ${root}/dev ${root}/proc ${root}/usr ${root}/var/lib ${root}/opt/moc2030
    cp -a ${copied().join(" ")} ${root}/opt/moc2030
    # The base: this machine's programs, and accounts of its own.
    for name in bin sbin lib lib64; do cp -P /$name ${root}/$name; done
    cp /etc/passwd /etc/group /etc/login.defs ${root}/etc
    for name in usr dev proc; do mount --rbind /$name ${root}/$name; done
    chroot ${root} sh -euc '${step("RUN")}'
    mount --bind ${root} ${root}
    mkdir ${unpacked.folder}/volume
    cp -a ${root}${home}/. ${unpacked.folder}/volume
    mount -o remount,bind,ro ${root}
    mount --rbind /usr ${root}/usr && mount --rbind /proc ${root}/proc && mount --rbind /dev ${root}/dev
    mount --bind ${unpacked.folder}/volume ${root}${home}
    inside() { exec chroot ${root} env -i PATH=/usr/bin ${step("ENV")} PUBLIC_ORIGIN=https://moc2030.example.vn \\
      setpriv --reuid ${uid} --regid ${gid} --clear-groups --no-new-privs --bounding-set=-all "$@"; }
    (inside ${words(step("ENTRYPOINT"))} ${words(step("CMD"))}) & server=$!
    trap 'kill $server' EXIT
    until (inside ${check.join(" ")}); do kill -0 $server; sleep 0.1; done
    (inside sh -c '! true >/x && ! true >/opt/moc2030/x && id -u' 2>/dev/null)
    curl -s -o /dev/null -w "%{http_code} for a reader\n" http://127.0.0.1:${step("EXPOSE")}/
    (inside ${words(step("ENTRYPOINT"))} backup ${home}/backups --keep)
    (inside ${words(step("ENTRYPOINT"))} restore:test ${home}/backups)
    kill -TERM $server
    wait $server
    trap - EXIT
    ls ${unpacked.folder}/volume`);
  expect([code, output]).toEqual([0, expect.stringContaining(`\n${uid}\n200 for a reader\n`)]);
  expect(output).toContain("Z restores: 3 files");
  expect(output).toMatch(/moc2030\.sqlite\nserver|moc2030\.sqlite\n.*staff\.secret\nstaff\.sqlite\n/s);
});
