import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { NOW } from "../app.fixture.ts";
import { execute } from "../db/raw.fixture.ts";
import { findTampering } from "../verify/verify.ts";
import { accounts, cookiesOf, PASSWORD, slug } from "./accounts.fixture.ts";
import { addressBucket } from "./limits.ts";
import { session, staffLink } from "./schema.ts";
import { LOCAL, socket, staffedApp } from "./staff.fixture.ts";

const server = await accounts();
const { ask, signIn, events, first, open, me, setUp, now } = server;

describe("a new colleague", () => {
  let lan: Awaited<ReturnType<typeof setUp>>;
  beforeAll(async () => {
    lan = await setUp("lan@example.vn");
  });
  test("signs in with password and code, with a __Host- cookie, and a code opens one session only", async () => {
    const code = await lan.code();
    const { answer, cookie } = await open(lan.email, { code });
    expect(answer.status).toBe(200);
    const [set = ""] = answer.headers.getSetCookie().filter((c) => c.startsWith("__Host-moc2030-session="));
    for (const part of ["Path=/", "HttpOnly", "Secure", "SameSite=Strict"]) expect(set).toContain(part);
    expect(set).not.toContain("Domain");
    expect(await me(cookie)).toMatchObject({ email: lan.email });
    const again = await open(lan.email, { code });
    expect([again.answer.status, again.cookie]).toEqual([401, ""]);
    expect(await events()).toEqual(
      expect.arrayContaining(["staff.added", "staff.ready", "session.opened", "session.refused"]),
    );
  });
  test("is not signed in with the password only", async () => {
    const answer = await first(lan.email);
    expect(await answer.json()).toEqual({ next: "second-factor" });
    expect(await me(cookiesOf(answer))).toBeNull();
    expect((await ask("GET", "/session/all", undefined, { cookie: cookiesOf(answer) })).status).toBe(401);
  });
  test("a recovery code works once", async () => {
    const recoveryCode = lan.recoveryCodes[0] as string;
    expect((await open(lan.email, { recoveryCode })).answer.status).toBe(200);
    expect((await open(lan.email, { recoveryCode })).answer.status).toBe(401);
  });
  test("a used, expired or unknown link is 410", async () => {
    const { token } = await server.invite("old@example.vn");
    await signIn.db.orm
      .update(staffLink)
      .set({ expiresAt: new Date(now().getTime() - 1000) })
      .where(eq(staffLink.userId, (await server.invite("x@example.vn")).id));
    const old = await server.invite("older@example.vn");
    await signIn.db.orm
      .update(staffLink)
      .set({ expiresAt: new Date(now().getTime() - 1000) })
      .where(eq(staffLink.userId, old.id));
    for (const t of [lan.token, old.token, "x".repeat(43)])
      expect(await slug(await ask("POST", "/session/link", { token: t }))).toBe("link-expired");
    expect(await (await ask("POST", "/session/link", { token })).json()).toMatchObject({ email: "old@example.vn" });
  });
  test("lists and ends their own sessions only", async () => {
    const a = await open(lan.email, { recoveryCode: lan.recoveryCodes[1] });
    const b = await open(lan.email, { recoveryCode: lan.recoveryCodes[2] });
    const { items } = (await (await ask("GET", "/session/all", undefined, { cookie: b.cookie })).json()) as {
      items: { id: string; current: boolean }[];
    };
    const other = (await signIn.db.orm.select().from(session)).length;
    expect(items.length).toBe(other);
    expect(items.filter((s) => s.current)).toHaveLength(1);
    for (const { id } of items.filter((s) => !s.current))
      expect((await ask("DELETE", `/session/all/${id}`, undefined, { cookie: b.cookie })).status).toBe(200);
    expect([await me(a.cookie), (await me(b.cookie))?.email]).toEqual([null, lan.email]);
    const stranger = await server.person("reviewer");
    expect((await stranger.del(`/session/all/${items[0]?.id}`)).status).toBe(404);
    expect((await ask("DELETE", "/session", undefined, { cookie: b.cookie })).status).toBe(200);
    expect(await me(b.cookie)).toBeNull();
  });
  test("a session ends when idle, and after twelve hours at the latest", async () => {
    for (const change of [
      { expiresAt: new Date(now().getTime() - 1) },
      { createdAt: new Date(now().getTime() - 12 * 3_600_000) },
    ]) {
      const someone = await server.person("contributor");
      expect(await me(someone.cookie)).not.toBeNull();
      await signIn.db.orm.update(session).set(change).where(eq(session.userId, someone.actor.id));
      expect(await me(someone.cookie)).toBeNull();
      expect((await someone.get("/session/all")).status).toBe(401);
    }
  });
  test("changing the password needs the current one, rejects a weak one, and ends every session", async () => {
    const { cookie } = await open(lan.email, { recoveryCode: lan.recoveryCodes[3] });
    const change = (current: string, next: string) => ask("POST", "/session/password", { current, next }, { cookie });
    expect((await change("wrong wrong wrong", "mười hai vì sao lạ")).status).toBe(401);
    for (const easy of ["short", "password1234", "lan@example.vn2025", "aaaaaaaaaaaaaaaa", "123456789012345"])
      expect((await change(PASSWORD, easy)).status).toBe(422);
    expect((await change(PASSWORD, "mười hai vì sao lạ")).status).toBe(200);
    expect(await me(cookie)).toBeNull();
    expect((await first(lan.email)).status).toBe(401);
    expect((await first(lan.email, "mười hai vì sao lạ")).status).toBe(200);
  });
});

describe("failed sign-in", () => {
  test("a wrong password, an unknown address and an account that is not set up get the same response", async () => {
    const { email } = await setUp("hoa@example.vn");
    await server.invite("new@example.vn");
    const answers = await Promise.all([
      first(email, "x".repeat(20)),
      first("nobody@example.vn"),
      first("new@example.vn"),
    ]);
    const texts = await Promise.all(answers.map((a) => a.text()));
    expect(answers.map((a) => a.status)).toEqual([401, 401, 401]);
    expect(new Set(texts).size).toBe(1);
  });
  test("ten wrong passwords lock an account for 15 minutes, from every address and for the right one too", async () => {
    const { email } = await setUp("minh@example.vn");
    for (let i = 0; i < 10; i++) expect((await first(email, "x".repeat(20), `127.0.1.${i}`)).status).toBe(401);
    const noted = (await events()).length;
    const locked = await first(email, PASSWORD, "127.0.2.1");
    expect((await events()).length).toBe(noted);
    const seconds = Number(locked.headers.get("retry-after"));
    expect([locked.status, seconds > 600, seconds <= 900]).toEqual([429, true, true]);
    expect((await first("nobody@example.vn", PASSWORD, "127.0.2.1")).status).toBe(401);
  }, 60_000);
  test("IPv6 is counted by /64, IPv4-mapped addresses as IPv4", () => {
    expect(addressBucket("2001:db8:1:2:3:4:5:6")).toBe(addressBucket("2001:db8:1:2::9"));
    expect(addressBucket("2001:db8:1:2::1")).not.toBe(addressBucket("2001:db8:1:3::1"));
    expect(addressBucket("::ffff:10.0.0.1")).toBe(addressBucket("10.0.0.1"));
    expect(addressBucket("::FFFF:203.113.131.204")).toBe("address 203.113.131.204");
    expect(addressBucket("2001:db8::")).toBe(addressBucket("2001:db8:0:0:1:2:3:4"));
    expect(addressBucket("fe80::1%eth0")).toBe(addressBucket("fe80::2"));
    expect(addressBucket("::1")).toBe(addressBucket("0:0:0:0:5:6:7:8"));
  });
});

describe("the connection", () => {
  const body = { email: "nobody@example.vn", password: PASSWORD };
  const post = (headers: Record<string, string | undefined>) => ask("POST", "/session", body, headers, "127.0.0.9");
  test.each<[string, Record<string, string | undefined>, number]>([
    ["our page", { "sec-fetch-site": "same-origin", origin: LOCAL }, 401],
    ["our page, an old browser", { "sec-fetch-site": undefined, origin: LOCAL }, 401],
    ["another site", { "sec-fetch-site": "cross-site", origin: "https://evil.example" }, 403],
    [
      "another site that calls itself same-origin",
      { "sec-fetch-site": "same-origin", origin: "https://evil.example" },
      403,
    ],
    ["a same-site origin", { "sec-fetch-site": "same-site", origin: LOCAL }, 403],
    ["no origin headers", { "sec-fetch-site": undefined }, 403],
    ["a sandboxed frame", { "sec-fetch-site": "cross-site", origin: "null" }, 403],
  ])("%s", async (_, headers, status) => expect((await post(headers)).status).toBe(status));

  test("plain http from elsewhere is rejected with the reason; https at PUBLIC_ORIGIN is accepted", async () => {
    const away = await server.app.request("http://10.0.0.5:2289/api/v1/session", {}, socket("10.0.0.7"));
    expect([away.status, ((await away.json()) as { detail: string }).detail]).toEqual([
      403,
      expect.stringContaining("PUBLIC_ORIGIN"),
    ]);
    const spoofed = await server.app.request("http://localhost:2289/api/v1/session", {}, socket("10.0.0.7"));
    expect(spoofed.status).toBe(403);
    const site = await staffedApp({ publicOrigin: "https://moc2030.example.vn" });
    const ask = (origin: string) =>
      site.app.request(
        "http://moc2030.example.vn/api/v1/session",
        { method: "POST", body: JSON.stringify(body), headers: { origin, "content-type": "application/json" } },
        socket("127.0.0.1"),
      );
    expect((await ask("https://moc2030.example.vn")).status).toBe(401);
    expect((await ask("http://moc2030.example.vn")).status).toBe(403);
  });
  test("the what-if of the public pages needs no session", async () => {
    const answer = await server.app.request("/api/v1/assessments/preview", {
      method: "POST",
      body: "{}",
      headers: { "content-type": "application/json" },
    });
    expect(answer.status).toBe(422);
  });
});

describe("people", async () => {
  const team = await staffedApp();
  const boss = await team.person("administrator", "Bình");
  /** A change of a person, confirmed with the administrator's code. */
  const change = async (who: typeof boss, id: string, body: object) =>
    who.patch(`/staff/${id}`, { ...body, code: await who.code() });
  test("the last administrator cannot be disabled, demoted or removed; one of two can", async () => {
    expect(await slug(await change(boss, boss.actor.id, { disabled: true }))).toBe("last-administrator");
    expect(() =>
      execute(team.signIn.db.file, `UPDATE user SET role = 'reviewer' WHERE id = '${boss.actor.id}'`),
    ).toThrow("last administrator");
    expect(() => execute(team.signIn.db.file, "DELETE FROM user")).toThrow("never removed");
    const other = await team.person("administrator");
    expect((await change(boss, other.actor.id, { disabled: true })).status).toBe(200);
    expect((await change(boss, boss.actor.id, { disabled: true })).status).toBe(409);
    expect((await change(boss, other.actor.id, { disabled: false })).status).toBe(200);
    const again = await team.signInAs(other.actor);
    expect((await change(again, boss.actor.id, { role: "reviewer" })).status).toBe(200);
    expect((await boss.get("/staff")).status).toBe(403);
    expect((await again.get("/staff")).status).toBe(200);
  });
  test("disabling ends sessions at once; a reset ends password and second factor too", async () => {
    const admin = await team.person("administrator");
    const someone = await team.person("contributor");
    expect((await change(admin, someone.actor.id, { disabled: true })).status).toBe(200);
    expect((await someone.get("/session/all")).status).toBe(401);
    const another = await team.person("reviewer");
    const made = await admin.post(`/staff/${another.actor.id}/reset`, { code: await admin.code() });
    expect(((await made.json()) as { path: string }).path).toMatch(/^\/set-up#[\w-]{43}$/);
    expect((await another.get("/session/all")).status).toBe(401);
  });
  test("a duplicate email address is a conflict, an unknown person a 404", async () => {
    const admin = await team.person("administrator");
    const lan = { email: "Lan@Example.vn", name: "Lan", role: "contributor" };
    const add = async (person: object) => (await admin.post("/staff", { ...person, code: await admin.code() })).status;
    expect(await add(lan)).toBe(200);
    expect(await add({ ...lan, email: "lan@example.vn" })).toBe(409);
    expect((await admin.patch("/staff/nobody", { name: "X" })).status).toBe(404);
    expect(await add({ ...lan, email: "b@example.vn", name: "=1+1" })).toBe(422);
  });
  test("everything is in the audit log, and the chain verifies", async () => {
    expect(await team.events()).toEqual(expect.arrayContaining(["staff.added", "staff.changed", "staff.reset"]));
    expect(await findTampering({ db: team.db, now: NOW })).toBeNull();
  });
});
