import { permissions } from "@moc2030/shared/actions";
import { describe, expect, test } from "vitest";
import { queryScalar } from "../db/raw.fixture.ts";
import { accounts, cookiesOf, PASSWORD, slug } from "./accounts.fixture.ts";
import { authenticatorCode, staffedApp } from "./staff.fixture.ts";

const server = await accounts();
const { ask, first, second, open, setUp, audit } = server;
const json = async (answer: Response | Promise<Response>) => (await answer).json() as Promise<Record<string, unknown>>;

describe("the current session", () => {
  test("says without staff that the first administrator must be created", async () => {
    const empty = await staffedApp();
    expect(await json(empty.ask("GET", "/session"))).toEqual({ me: null, firstRun: true });
    await empty.person("contributor");
    expect(await json(empty.ask("GET", "/session"))).toEqual({ me: null, firstRun: false });
  });
  test.each(["contributor", "reviewer", "administrator"] as const)("lists the permissions of a %s", async (role) => {
    const someone = await server.person(role, "Vy");
    const { session: _, ...who } = someone.actor;
    const actions = Object.entries(permissions).flatMap(([action, may]) =>
      (may as readonly string[]).includes(role) ? [action] : [],
    );
    const me = { body: null, ...who, standsIn: false, actions, lang: "vi" };
    expect(await json(someone.get("/session"))).toEqual({ me, firstRun: false });
  });
});

describe("each step is acknowledged and audited with its account", async () => {
  const lan = await setUp("lan@example.vn");
  const id = await queryScalar(server.signIn.db, "SELECT id FROM user WHERE email = @email", { email: lan.email });
  const subject = `staff ${id}`;

  test("a session opened by code and by recovery code", async () => {
    const byCode = await open(lan.email, { code: await lan.code() }, "", "127.0.0.3");
    expect([byCode.answer.status, await json(byCode.answer)]).toEqual([200, { ok: true }]);
    expect(await audit(1)).toEqual([{ action: "session.opened", subject, detail: { address: "127.0.0.3" } }]);
    const byRecovery = await open(lan.email, { recoveryCode: lan.recoveryCodes[0] });
    expect(await json(byRecovery.answer)).toEqual({ ok: true });
    expect((await audit(1))[0]?.detail).toEqual({ address: "127.0.0.1", recoveryCode: true });
  });
  test("ending another session and the current one", async () => {
    const here = await open(lan.email, { recoveryCode: lan.recoveryCodes[1] });
    await open(lan.email, { recoveryCode: lan.recoveryCodes[2] });
    const list = await json(ask("GET", "/session/all", undefined, { cookie: here.cookie }));
    const items = list.items as { id: string; current: boolean }[];
    const end = (of: boolean) =>
      ask("DELETE", `/session/all/${items.find((s) => s.current === of)?.id}`, undefined, { cookie: here.cookie });
    expect(await json(end(false))).toEqual({ ok: true });
    expect(await audit(1)).toEqual([{ action: "session.ended", subject, detail: { other: true } }]);
    expect(await json(end(true))).toEqual({ ok: true });
    expect(await audit(1)).toEqual([{ action: "session.ended", subject, detail: { other: false } }]);
  });
  test("signing out", async () => {
    const { cookie } = await open(lan.email, { recoveryCode: lan.recoveryCodes[3] });
    const out = await ask("DELETE", "/session", undefined, { cookie });
    expect([await json(out), cookiesOf(out)]).toEqual([{ ok: true }, ""]);
    expect(await audit(1)).toEqual([{ action: "session.ended", subject, detail: {} }]);
  });
  test("a weak new password is not counted as an attack, a changed one is acknowledged", async () => {
    const { cookie } = await open(lan.email, { recoveryCode: lan.recoveryCodes[4] });
    const before = await audit(1);
    const change = (next: string) => ask("POST", "/session/password", { current: PASSWORD, next }, { cookie });
    expect(await slug(await change("password1234"))).toBe("invalid");
    expect(await audit(1)).toEqual(before);
    expect(await json(change("mười hai vì sao lạ"))).toEqual({ ok: true });
  });
  test("an account confirmed through its link", async () => {
    const { token } = await server.invite("moi@example.vn");
    const made = await json(ask("POST", "/session/link/password", { token, password: PASSWORD }));
    expect(Object.keys(made).sort()).toEqual(["recoveryCodes", "totpUri"]);
    const code = await authenticatorCode(made.totpUri as string, server.now());
    expect(await json(ask("POST", "/session/link/confirm", { token, code }))).toEqual({ ok: true });
  });
  test("an unknown email address has one hash, however it is typed", async () => {
    await first("  Nobody@Example.vn ", "wrong wrong wrong");
    const [one] = await audit(1);
    await first("nobody@example.vn", "wrong wrong wrong");
    expect((await audit(1))[0]?.detail.typed).toBe(one?.detail.typed);
    await second({ code: "000000" }, "");
    expect((await audit(1))[0]?.detail).not.toHaveProperty("typed");
  });
});
