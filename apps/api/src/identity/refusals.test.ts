import { describe, expect, test } from "vitest";
import { NOW } from "../app.fixture.ts";
import { queryColumn, queryScalar } from "../db/raw.fixture.ts";
import { gii2026 } from "../submissions/team.fixture.ts";
import { findTampering } from "../verify/verify.ts";
import { accounts, cookiesOf, PASSWORD, slug } from "./accounts.fixture.ts";

const server = await accounts();
const { ask, first, second, setUp, audit, wait } = server;
const WRONG = "not this one at all, no";
const idOf = (email: string) => queryScalar(server.signIn.db, "SELECT id FROM user WHERE email = @email", { email });
const everything = () => queryScalar(server.db, "SELECT group_concat(subject || detail || actor) FROM audit");
/** The counts audited for one kind of refusal from one address, in order. */
const counted = async (why: string, address: string) =>
  ((await queryColumn(server.db, "SELECT detail FROM audit WHERE action = 'access.refused' ORDER BY id")) as string[])
    .map((detail) => JSON.parse(detail) as { why: string; address: string; count: number })
    .filter((row) => row.why === why && row.address === address)
    .map((row) => row.count);

describe("the audit log has the account and origin of attacks", async () => {
  const person = await setUp("attacked@example.vn");
  const id = await idOf(person.email);
  const subject = `staff ${id}`;

  test("a password set by link and the confirmed account, with the address", async () => {
    expect(await audit(2)).toMatchObject([
      { action: "staff.ready", subject, detail: { address: "127.0.0.1" } },
      { action: "staff.password_set", subject, detail: { address: "127.0.0.1" } },
    ]);
  });
  test("a wrong password", async () => {
    await first(` ${person.email.toUpperCase()} `, WRONG, "127.0.0.5");
    expect(await audit(1)).toMatchObject([
      { action: "session.refused", subject, detail: { address: "127.0.0.5", why: "wrong-credentials" } },
    ]);
  });
  test("a wrong second factor, by the challenge", async () => {
    const pending = cookiesOf(await first(person.email, PASSWORD));
    for (const given of [{ code: "900001" }, { recoveryCode: "aaaaa-aaaaa" }]) {
      await second(given, pending, "127.0.0.6");
      expect(await audit(1)).toMatchObject([
        { action: "session.refused", subject, detail: { address: "127.0.0.6", why: "second-factor" } },
      ]);
    }
  });
  test("a wrong code of a link", async () => {
    const { id: invited, token } = await server.invite("invited@example.vn");
    await ask("POST", "/session/link/password", { token, password: PASSWORD });
    await ask("POST", "/session/link/confirm", { token, code: "000000" }, {}, "127.0.0.7");
    expect(await audit(1)).toMatchObject([
      { action: "session.refused", subject: `staff ${invited}`, detail: { address: "127.0.0.7", why: "link" } },
    ]);
  });
  test("a wrong current password", async () => {
    const someone = await server.person("contributor");
    const answer = await someone.post("/session/password", { current: WRONG, next: PASSWORD });
    expect((await answer.json()).errors).toEqual([{ pointer: "/current", detail: "is not right" }]);
    expect(await audit(1)).toMatchObject([
      { action: "session.refused", subject: `staff ${someone.actor.id}`, detail: { why: "password-change" } },
    ]);
  });
  test("an unknown email address as a keyed hash, never as typed", async () => {
    const typed = "song Huong chay lung lo 42";
    await first(typed, WRONG, "127.0.0.8");
    const [one] = await audit(1);
    expect(one).toMatchObject({ action: "session.refused", subject: "session", detail: { address: "127.0.0.8" } });
    expect(one?.detail.typed).toMatch(/^[\w-]{16}$/);
    await first(typed.toUpperCase(), WRONG, "127.0.0.9");
    expect((await audit(1))[0]?.detail.typed).toBe(one?.detail.typed);
    expect(await everything()).not.toContain("Huong");
    expect(await everything()).not.toContain(WRONG);
  });
});

describe("refusals are counted, so that they are visible and cannot fill the disk", () => {
  test("of permissions, with the user; the first, tenth and hundredth in an hour", async () => {
    const who = await server.person("contributor");
    for (let i = 0; i < 105; i++) expect((await who.get("/audit")).status).toBe(403);
    expect(await counted("forbidden", "127.0.0.1")).toEqual([1, 10, 100]);
    expect((await audit(1))[0]).toMatchObject({
      subject: `staff ${who.actor.id}`,
      detail: { why: "forbidden", count: 100 },
    });
    wait(3600);
    await who.get("/audit");
    expect(await counted("forbidden", "127.0.0.1")).toEqual([1, 10, 100, 1]);
  });
  test("of approving one's own work, of cross-site requests, and of plain http from elsewhere", async () => {
    const own = await server.person("reviewer");
    const made = (await (await own.post("/submissions", { title: "x", items: [gii2026] })).json()) as Record<
      string,
      number
    >;
    const sent = await own.post(`/submissions/${made.id}/submit`, undefined, { "if-match": `"${made.version}"` });
    const { version } = (await sent.json()) as { version: number };
    const review = await own.post(`/submissions/${made.id}/review`, { approve: "all" }, { "if-match": `"${version}"` });
    expect(await slug(review)).toBe("own-work");
    expect((await audit(1))[0]).toMatchObject({
      action: "access.refused",
      subject: `staff ${own.actor.id}`,
      detail: { why: "own-work" },
    });
    await ask("POST", "/session", {}, { "sec-fetch-site": "cross-site" }, "127.0.0.11");
    expect(await counted("cross-site", "127.0.0.11")).toEqual([1]);
    await ask("GET", "/session", undefined, {}, "10.0.0.7");
    expect(await counted("sign-in-off", "10.0.0.7")).toEqual([1]);
  });
  test("of rate limits, with the account", async () => {
    const { id, token } = await server.invite("limited@example.vn");
    await ask("POST", "/session/link/password", { token, password: PASSWORD });
    for (let i = 0; i < 12; i++)
      await ask("POST", "/session/link/confirm", { token, code: "000000" }, {}, "127.0.0.12");
    expect((await audit(1))[0]).toMatchObject({
      action: "access.refused",
      subject: `staff ${id}`,
      detail: { why: "too-many-attempts", address: "127.0.0.12", count: 1 },
    });
  });
  test("from any number of addresses: beyond two hundred kinds an hour they are one", async () => {
    wait(3600);
    const before = (await queryScalar(server.db, "SELECT count(*) FROM audit")) as number;
    for (let i = 0; i < 400; i++) await ask("GET", "/session", undefined, {}, `10.1.${i >> 8}.${i & 255}`);
    const after = (await queryScalar(server.db, "SELECT count(*) FROM audit")) as number;
    expect(after - before).toBe(200 + 3);
    expect((await audit(1))[0]).toMatchObject({ subject: "session", detail: { why: "many", count: 100 } });
    expect(await findTampering({ db: server.db, now: NOW })).toBeNull();
  });
});
