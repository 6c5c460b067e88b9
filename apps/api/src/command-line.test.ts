import { expect, test } from "vitest";
import { readCommand, reasonOf } from "./command-line.ts";

const HASH = "abcdefabcdefabcdef";

test.each([
  [["help"], "help", {}],
  [["verify"], "verify", {}],
  [["verify", "--head", HASH], "verify", { head: HASH }],
  [["verify", `--head=${HASH}`], "verify", { head: HASH }],
  [["backup", "one"], "backup", { DIR: "one" }],
  [["backup", "--keep", "one"], "backup", { DIR: "one", keep: "yes" }],
  [["restore:test", "one"], "restore:test", { DIR: "one" }],
  [
    ["staff:add", "--email", "a@example.vn", "--role", "reviewer", "--name", "A B"],
    "staff:add",
    { email: "a@example.vn", name: "A B", role: "reviewer" },
  ],
])("%j is %s with %j", (line, command, given) => {
  expect(readCommand(line)).toEqual({ ok: true, command, given });
});

test.each([
  [["verify", "--hed", HASH], "Unknown option '--hed'"],
  [["verify", HASH], `${HASH} is not expected`],
  [["verify", "--head"], "argument missing"],
  [["verify", "--head", ""], "--head is missing"],
  [["verify", "--head", "a".repeat(16), "--head", "b".repeat(16)], "--head is given twice"],
  [["restore", "somewhere", "--head", HASH], "Unknown option '--head'"],
  [["backup", "one", "--keep=no"], "does not take an argument"],
  [["restore", "one", "--keep"], "Unknown option '--keep'"],
  [["restore:test"], "DIR is missing"],
  [["backup", "--help"], "Unknown option '--help'"],
  [["backup"], "DIR is missing"],
  [["backup", ""], "DIR is missing"],
  [["backup", "one", "two"], "two is not expected"],
  [["seed", "now"], "now is not expected"],
  [["staff:add", "--email", "a@example.vn", "--name", "A"], "--role is missing"],
  [["staff:add", "--email", "a@example.vn", "--name", "A", "--role", "reviewer", "extra"], "extra is not expected"],
  [
    ["staff:add", "--email", "a@b.vn", "--name", "A", "--role", "reviewer", "--role", "administrator"],
    "--role is given twice",
  ],
  [["constructor"], "Commands:"],
  [["toString"], "Commands:"],
  [[], "Commands:"],
])("%j is refused, saying why and what there is", (line, why) => {
  const read = readCommand(line);
  expect(read).toMatchObject({ ok: false, reason: expect.stringContaining(why) });
  expect(read).toMatchObject({ reason: expect.stringContaining("restore DIR") });
});

test("an unforeseen error of a command says where there is no room, and which account may not", () => {
  const failed = (code: string) => Object.assign(new Error(`${code}: open '/b'`), { code });
  const places = ["/var/lib/moc2030", "/backups"];
  for (const code of ["SQLITE_FULL", "ENOSPC"])
    expect(reasonOf(failed(code), places, { account: "an", ownsData: true })).toBe(
      "The disk is full, under /var/lib/moc2030 or /backups; nothing was changed.",
    );
  expect(reasonOf(failed("EACCES"), places, { account: "moc2030", ownsData: true })).toBe(
    "EACCES: open '/b'; this ran as user moc2030, the account of the data",
  );
  expect(reasonOf(failed("EPERM"), places, { account: "an", ownsData: false })).toBe(
    "EPERM: open '/b'; this ran as user an: run it as root or as moc2030, the account of the data",
  );
  expect(reasonOf(new TypeError("x"), places, { account: "an", ownsData: true })).toBe("TypeError: x");
});
