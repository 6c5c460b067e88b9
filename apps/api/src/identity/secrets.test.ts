import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { transaction } from "../db/database.ts";
import { queryScalar } from "../db/raw.fixture.ts";
import { accounts, cookiesOf, PASSWORD, slug } from "./accounts.fixture.ts";
import { confirmLink, makeLink, setPasswordByLink } from "./links.ts";
import { useRecoveryCode } from "./second-factor.ts";
import { authenticatorCode } from "./staff.fixture.ts";

const server = await accounts();
const { ask, signIn, first, second, open, setUp, me, wait, now } = server;
const cookieValue = (cookies: string, name: string) => new RegExp(`${name}[^=]*=([^;]+)`).exec(cookies)?.[1] ?? "";

const idOf = async (email: string) =>
  String(await queryScalar(signIn.db, "SELECT id FROM user WHERE email = @email", { email }));

test("no token, code or link is in the sign-in file or its WAL", async () => {
  const person = await setUp("kept@example.vn");
  const { token } = await server.invite("invited@example.vn");
  await ask("POST", "/session/link/password", { token, password: PASSWORD });
  expect((await ask("POST", "/session/link/confirm", { token, code: "000000" })).status).toBe(401);
  const pending = cookiesOf(await first(person.email));
  const { cookie } = await open(person.email, { recoveryCode: person.recoveryCodes[0] });
  const secrets = [
    token,
    person.token,
    cookieValue(pending, "second-factor"),
    cookieValue(cookie, "session"),
    cookieValue(cookie, "device"),
    ...person.recoveryCodes.flatMap((code) => [code, code.replace("-", "")]),
  ];
  expect(secrets.every((secret) => secret.length >= 10)).toBe(true);
  const { file } = signIn.db;
  const bytes = ["", "-wal"].map((end) => readFileSync(file + end).toString("latin1")).join("");
  const audit = String(await queryScalar(server.db, "SELECT group_concat(detail || subject) FROM audit"));
  for (const secret of secrets)
    expect([secret, bytes.includes(secret) || audit.includes(secret)]).toEqual([secret, false]);
});

describe("write access to the file without the secret does not suffice to forge", () => {
  const token = "made-up".padEnd(43, "x");
  const sha256 = createHash("sha256").update(token).digest("hex");
  const later = () => now().getTime() + 3_600_000;
  const forge = async (table: "challenge" | "staff_link") =>
    signIn.db.run(`INSERT INTO ${table} (token_hash, user_id, expires_at) VALUES (@sha256, @id, @later)`, {
      sha256,
      id: await idOf(person.email),
      later: later(),
    });
  let person: Awaited<ReturnType<typeof setUp>>;
  beforeAll(async () => {
    person = await setUp("forged@example.vn");
  });
  test("a session", async () => {
    const { cookie } = await open(person.email, { recoveryCode: person.recoveryCodes[0] });
    await signIn.db.run(
      "INSERT INTO session (id, token_hash, user_id, expires_at, created_at, updated_at) VALUES ('forged', @sha256, @id, @later, @now, @now)",
      { sha256, id: await idOf(person.email), later: later(), now: now().getTime() },
    );
    expect(await me(cookie)).toMatchObject({ email: person.email });
    expect(await me(cookie.replace(/(session[^=]*=)[^;]+/, `$1${token}`))).toBeNull();
  });
  test("a challenge", async () => {
    await forge("challenge");
    const pending = cookiesOf(await first(person.email)).replace(/(second-factor[^=]*=)[^;]+/, `$1${token}`);
    expect((await second({ recoveryCode: person.recoveryCodes[1] }, pending)).status).toBe(401);
    expect((await open(person.email, { recoveryCode: person.recoveryCodes[1] })).answer.status).toBe(200);
  });
  test("a link", async () => {
    await forge("staff_link");
    expect((await ask("POST", "/session/link", { token })).status).toBe(410);
  });
});

describe("a recovery code", () => {
  let person: Awaited<ReturnType<typeof setUp>>;
  beforeAll(async () => {
    person = await setUp("recovery@example.vn");
  });
  test("is accepted with or without dash, spaces and capitals", async () => {
    const ways = [
      (code: string) => code,
      (code: string) => code.replace("-", ""),
      (code: string) => code.replace("-", " "),
      (code: string) => code.toUpperCase(),
      (code: string) => `  ${code.replace("-", " - ")} `,
    ];
    for (const [i, way] of ways.entries()) {
      const recoveryCode = way(person.recoveryCodes[i] as string);
      const { answer } = await open(person.email, { recoveryCode }, person.device);
      expect([recoveryCode, answer.status]).toEqual([recoveryCode, 200]);
    }
  });
  test("opens one of two concurrent sessions; the other is rejected", async () => {
    const recoveryCode = person.recoveryCodes[6];
    const pending = [await first(person.email), await first(person.email)].map(cookiesOf);
    const answers = await Promise.all(pending.map((cookie) => second({ recoveryCode }, cookie)));
    expect(answers.map((a) => a.status).sort()).toEqual([200, 401]);
  });
  test("of another person is rejected", async () => {
    const use = async (email: string) =>
      useRecoveryCode(signIn.db, signIn.secret, await idOf(email), person.recoveryCodes[7] ?? "");
    expect([await use("kept@example.vn"), await use(person.email)]).toEqual([false, true]);
  });
});

describe("a code of the authenticator", () => {
  test("that confirmed the second factor does not open a session", async () => {
    const { token } = await server.invite("enrolled@example.vn");
    const made = await ask("POST", "/session/link/password", { token, password: PASSWORD });
    const { totpUri } = (await made.json()) as { totpUri: string };
    const code = await authenticatorCode(totpUri, now());
    expect((await ask("POST", "/session/link/confirm", { token, code })).status).toBe(200);
    expect((await open("enrolled@example.vn", { code })).answer.status).toBe(401);
    wait(30);
    expect((await open("enrolled@example.vn", { code: await authenticatorCode(totpUri, now()) })).answer.status).toBe(
      200,
    );
  });
  test("opens one of two concurrent sessions, and is valid for one period before and after", async () => {
    const person = await setUp("clock@example.vn");
    const code = await person.code();
    const pending = [await first(person.email), await first(person.email)].map(cookiesOf);
    const answers = await Promise.all(pending.map((cookie) => second({ code }, cookie)));
    expect(answers.map((a) => a.status).sort()).toEqual([200, 401]);
    wait(60);
    const late = await person.code();
    wait(30);
    expect((await open(person.email, { code: late })).answer.status).toBe(200);
    const later = await person.code();
    wait(60);
    expect((await open(person.email, { code: later })).answer.status).toBe(401);
  });
});

test("signing in again ends this browser's session and no other", async () => {
  const person = await setUp("again@example.vn");
  const other = await open(person.email, { recoveryCode: person.recoveryCodes[0] });
  const one = await open(person.email, { recoveryCode: person.recoveryCodes[1] });
  const two = await open(person.email, { recoveryCode: person.recoveryCodes[2] }, one.cookie);
  expect(await Promise.all([one, two, other].map(({ cookie }) => me(cookie)))).toMatchObject([
    null,
    { email: person.email },
    { email: person.email },
  ]);
});

test("a session lasts an hour without a request, at most twelve, by the server's clock", async () => {
  const person = await setUp("idle@example.vn");
  const { cookie } = await open(person.email, { recoveryCode: person.recoveryCodes[0] });
  for (let half = 0; half < 23; half++) {
    wait(1800);
    expect([half, (await me(cookie))?.email]).toEqual([half, person.email]);
  }
  wait(1800);
  expect(await me(cookie)).toBeNull();
  const idle = await open(person.email, { recoveryCode: person.recoveryCodes[1] });
  wait(3600);
  expect(await me(idle.cookie)).toBeNull();
});

describe("concurrent uses of a link", () => {
  test("a password set while the second factor is confirmed is rejected, and the first one stays", async () => {
    const { token } = await server.invite("raced@example.vn");
    const made = await setPasswordByLink(signIn, token, PASSWORD, now());
    const code = await authenticatorCode(made.totpUri, now());
    const [late, confirmed] = await Promise.allSettled([
      setPasswordByLink(signIn, token, "một mật khẩu khác hẳn đi", now()),
      confirmLink(signIn, token, code, now()),
    ]);
    expect([late.status, confirmed.status]).toEqual(["rejected", "fulfilled"]);
    expect(await slug(await first("raced@example.vn", "một mật khẩu khác hẳn đi"))).toBe("wrong-credentials");
    wait(30);
    expect((await open("raced@example.vn", { code: await authenticatorCode(made.totpUri, now()) })).answer.status).toBe(
      200,
    );
  });
  test("a second factor replaced during its confirmation stays unconfirmed", async () => {
    const { id, token } = await server.invite("anew@example.vn");
    const made = await setPasswordByLink(signIn, token, PASSWORD, now());
    const confirming = confirmLink(signIn, token, await authenticatorCode(made.totpUri, now()), now());
    await transaction(signIn.db, (db) => makeLink({ ...signIn, db }, id, now()));
    await expect(confirming).rejects.toMatchObject({ slug: "link-expired" });
  });
});

test("the session reports that there are no staff yet, until the first is added", async () => {
  const empty = await accounts();
  const firstRun = async () => ((await (await empty.ask("GET", "/session")).json()) as { firstRun: boolean }).firstRun;
  expect(await firstRun()).toBe(true);
  await empty.invite("first@example.vn");
  expect(await firstRun()).toBe(false);
});
