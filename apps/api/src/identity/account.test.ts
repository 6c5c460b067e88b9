import { afterEach, expect, test } from "vitest";
import { sendMails } from "../outbox/mailer.ts";
import { closeRelays, decoded, openRelay } from "../outbox/relay.fixture.ts";
import { type Json, read } from "../submissions/team.fixture.ts";
import { findTampering } from "../verify/verify.ts";
import { accounts, PASSWORD, slug } from "./accounts.fixture.ts";
import { authenticatorCode } from "./staff.fixture.ts";

afterEach(closeRelays);
const wrongOf = (code: string) =>
  String((Number(code) + 10 ** (code.length - 1) * 5) % 10 ** code.length).padStart(code.length, "0");

/** Lan, signed in from a browser that she has used before; `wait` between two codes. */
async function lanAt(server: Awaited<ReturnType<typeof accounts>>, email = "lan@example.vn") {
  const lan = await server.setUp(email);
  const { cookie } = await server.open(email, { code: await lan.code() }, lan.device);
  server.wait(30);
  const ask = (method: string, path: string, body?: object) => server.ask(method, path, body, { cookie });
  const kinds = async () => (await read(ask("GET", "/notices"))).items.map(({ kind }: { kind: string }) => kind);
  const tampering = () => findTampering({ db: server.db, staff: server.signIn.db, now: server.now() });
  return { ...lan, cookie, ask, kinds, tampering };
}

test("a new phone takes the place of the old one, whose codes and sessions end; this session and the recovery codes stay", async () => {
  const server = await accounts();
  const lan = await lanAt(server);
  const [recoveryCode = "", another = ""] = lan.recoveryCodes;
  const elsewhere = await server.open(lan.email, { code: await lan.code() });
  server.wait(30);
  const { totpUri } = await read(lan.ask("POST", "/session/authenticator", { password: PASSWORD, recoveryCode }));
  const fresh = () => authenticatorCode(totpUri, server.now());
  // Until it is confirmed the old one works, and the new one does not.
  expect((await server.open(lan.email, { code: await fresh() })).answer.status).toBe(401);
  expect((await server.open(lan.email, { code: await lan.code() })).answer.status).toBe(200);
  server.wait(30);
  const wrong = await lan.ask("POST", "/session/authenticator/confirm", { code: wrongOf(await fresh()) });
  expect([wrong.status, (await read(wrong)).errors[0].pointer]).toEqual([401, "/code"]);
  expect((await lan.ask("POST", "/session/authenticator/confirm", { code: await fresh() })).status).toBe(200);
  expect([await server.me(lan.cookie), await server.me(elsewhere.cookie)]).toMatchObject([{ email: lan.email }, null]);
  server.wait(30);
  expect((await server.open(lan.email, { code: await lan.code() })).answer.status).toBe(401);
  expect((await server.open(lan.email, { code: await fresh() })).answer.status).toBe(200);
  expect((await server.open(lan.email, { recoveryCode })).answer.status).toBe(401);
  expect((await server.open(lan.email, { recoveryCode: another })).answer.status).toBe(200);
  expect(await lan.kinds()).toContain("factor_renewed");
  expect(await server.events()).toEqual(
    expect.arrayContaining(["staff.factor_renewed", "staff.confirmation_refused", "session.opened"]),
  );
  expect(await lan.tampering()).toBeNull();
});

test("a new phone is confirmed once, within a quarter of an hour, by whoever began", async () => {
  const server = await accounts();
  const lan = await lanAt(server);
  const begin = async () =>
    (await read(lan.ask("POST", "/session/authenticator", { password: PASSWORD, code: await lan.code() }))).totpUri;
  const confirm = async (uri: string) =>
    lan.ask("POST", "/session/authenticator/confirm", { code: await authenticatorCode(uri, server.now()) });
  expect(await slug(await lan.ask("POST", "/session/authenticator/confirm", { code: "123456" }))).toBe("conflict");
  const first = await begin();
  server.wait(15 * 60);
  expect(await slug(await confirm(first))).toBe("conflict");
  const second = await begin();
  // Only the last one that was begun counts.
  expect(await slug(await confirm(first))).toBe("wrong-credentials");
  expect((await confirm(second)).status).toBe(200);
  expect(await slug(await confirm(second))).toBe("conflict");
});

test.each(["/session/authenticator", "/session/email"])(
  "%s asks for password and second factor again, says which is wrong, counts and audits it, and changes nothing",
  async (path) => {
    const server = await accounts();
    const lan = await lanAt(server);
    const [recoveryCode = ""] = lan.recoveryCodes;
    const more = path === "/session/email" ? { email: "lan.anh@example.vn" } : {};
    const refused = async (body: object) => {
      const answer = await lan.ask("POST", path, { ...more, ...body });
      return [answer.status, (await read(answer)).errors?.[0].pointer];
    };
    expect(await refused({ password: PASSWORD })).toEqual([403, "/code"]);
    expect(await refused({ password: "not this one", recoveryCode })).toEqual([401, "/password"]);
    expect(await refused({ password: PASSWORD, code: wrongOf(await lan.code()) })).toEqual([403, "/code"]);
    expect(await refused({ password: PASSWORD, recoveryCode: "aaaaa-bbbbb" })).toEqual([403, "/recoveryCode"]);
    const tries = (await server.audit(3)).map(({ action, detail }) => [action, detail.why]);
    expect(tries).toEqual([
      ["staff.confirmation_refused", undefined],
      ["staff.confirmation_refused", undefined],
      ["session.refused", "password-change"],
    ]);
    for (let n = 0; n < 9; n++) await refused({ password: "not this one", recoveryCode });
    expect(await slug(await lan.ask("POST", path, { ...more, password: PASSWORD, recoveryCode }))).toBe(
      "too-many-attempts",
    );
    // The recovery code was not used up by wrong passwords, and sign-in is not kept out.
    expect((await server.open(lan.email, { recoveryCode }, lan.device)).answer.status).toBe(200);
    expect(await read(lan.ask("GET", "/session/email"))).toEqual({ waiting: null });
  },
);

test("where nothing is mailed an administrator confirms another address; nothing changes before", async () => {
  const server = await accounts();
  const lan = await lanAt(server);
  const [boss, other] = [await server.person("administrator", "Bình"), await server.person("administrator", "Sơn")];
  const wish = async (email: string) =>
    lan.ask("POST", "/session/email", { email, password: PASSWORD, code: await lan.code() });
  const { waiting } = await read(wish(" Lan.Anh@example.vn".trim()));
  expect(waiting).toMatchObject({ email: "lan.anh@example.vn", confirmedBy: "administrator" });
  expect((await read(boss.get("/notices"))).items).toMatchObject([{ kind: "address_asked", account: "Lan lan" }]);
  expect(await server.me(lan.cookie)).toMatchObject({ email: lan.email });
  const one = async (who = boss) =>
    (await read(who.get("/staff"))).items.find(({ name }: { name: string }) => name === "Lan lan");
  const { id, newEmail } = await one();
  expect(newEmail).toBe("lan.anh@example.vn");
  const confirm = async (who: typeof boss, code?: string) =>
    who.post(`/staff/${id}/email`, { email: "lan.anh@example.vn", ...(code && { code }) });
  expect(await slug(await confirm(boss))).toBe("confirmation-needed");
  expect(await slug(await lan.ask("POST", "/session/email/confirm", { code: "12345678" }))).toBe("conflict");
  expect((await confirm(boss, await boss.code())).status).toBe(200);
  expect(await slug(await confirm(other, await other.code()))).toBe("conflict");
  expect(await one()).toMatchObject({ email: "lan.anh@example.vn", newEmail: null });
  expect(await server.me(lan.cookie)).toMatchObject({ email: "lan.anh@example.vn" });
  expect(await lan.kinds()).toContain("address_changed");
  server.wait(30);
  expect((await server.open("lan@example.vn", { code: await lan.code() })).answer.status).toBe(401);
  expect((await server.open("lan.anh@example.vn", { code: await lan.code() })).answer.status).toBe(200);
});

test.each([
  ["no address", "lan", 422],
  ["one's own", "LAN@example.vn", 422],
  ["somebody else's", "vy@example.vn", 409],
])("%s is refused as a new address by name, and nothing waits", async (_, email, status) => {
  const server = await accounts();
  await server.invite("vy@example.vn");
  const lan = await lanAt(server);
  const refused = await lan.ask("POST", "/session/email", { email, password: PASSWORD, code: await lan.code() });
  expect([refused.status, (await read(refused)).errors[0].pointer]).toEqual([status, "/email"]);
  expect(await read(lan.ask("GET", "/session/email"))).toEqual({ waiting: null });
});

test("an administrator does not confirm their own address, nor one that was taken or is too old by then", async () => {
  const server = await accounts();
  const lan = await lanAt(server);
  const boss = await server.person("administrator", "Bình");
  const { id } = (await read(boss.get("/staff"))).items.find((p: Json) => p.email === lan.email);
  const wish = async (email: string) => {
    await lan.ask("POST", "/session/email", { email, password: PASSWORD, code: await lan.code() });
    server.wait(30);
  };
  const confirm = async (email: string, of = id) =>
    slug(await boss.post(`/staff/${of}/email`, { email, code: await boss.code() }));
  expect(await confirm("binh@example.vn", boss.actor.id)).toBe("own-account");
  await wish("vy@example.vn");
  // Nor one that was put in the place of what they saw.
  expect(await confirm("lan.anh@example.vn")).toBe("conflict");
  await server.invite("vy@example.vn");
  expect(await confirm("vy@example.vn")).toBe("conflict");
  await wish("lan.anh@example.vn");
  server.wait(72 * 3600);
  expect(await confirm("lan.anh@example.vn")).toBe("conflict");
  expect(await server.events()).not.toContain("staff.address_changed");
});

test("with a relay the code goes to the new address alone, and the news of the change to both", async () => {
  const relay = await openRelay();
  const server = await accounts({ mails: true });
  const lan = await lanAt(server);
  const send = () =>
    sendMails({
      ...{ db: server.db, signIn: server.signIn, url: `smtp://127.0.0.1:${relay.port}` },
      ...{ from: "moc2030@example.vn", origin: "", now: server.now },
    });
  await send();
  relay.box.splice(0);
  const body = { email: "lan.anh@example.vn", password: PASSWORD, code: await lan.code() };
  expect((await read(lan.ask("POST", "/session/email", body))).waiting).toMatchObject({ confirmedBy: "mail" });
  await send();
  expect(relay.box.map(({ to }) => to)).toEqual([["lan.anh@example.vn"]]);
  const [mailed] = relay.box.map(decoded);
  const code = /\b\d{8}\b/.exec(mailed ?? "")?.[0] ?? "";
  const wrong = await lan.ask("POST", "/session/email/confirm", { code: wrongOf(code) });
  expect([wrong.status, (await read(wrong)).errors[0].pointer]).toEqual([401, "/code"]);
  expect(await server.me(lan.cookie)).toMatchObject({ email: lan.email });
  // Nobody else confirms what a mail does.
  const boss = await server.person("administrator", "Bình");
  const { items } = await read(boss.get("/staff"));
  const { id, newEmail } = items.find(({ email }: { email: string }) => email === lan.email);
  expect(newEmail).toBeNull();
  expect(await slug(await boss.post(`/staff/${id}/email`, { email: body.email, code: await boss.code() }))).toBe(
    "conflict",
  );
  expect((await lan.ask("POST", "/session/email/confirm", { code })).status).toBe(200);
  expect(await slug(await lan.ask("POST", "/session/email/confirm", { code }))).toBe("conflict");
  relay.box.splice(0);
  await send();
  expect(relay.box.map(({ to }) => to)).toEqual([["lan@example.vn"], ["lan.anh@example.vn"]]);
  const news = relay.box.map(decoded);
  expect(news[0]).toBe(news[1]);
  expect(news[0]).toContain("Địa chỉ thư điện tử đã đổi");
  // Neither the audit nor a notice holds the code or an address.
  const kept = await server.db.all("SELECT detail FROM audit UNION ALL SELECT detail FROM notice");
  expect(JSON.stringify(kept)).not.toMatch(new RegExp(`${code}|@example`));
});

test("whoever takes an address over does not keep the old one from hearing of it", async () => {
  const relay = await openRelay();
  const server = await accounts({ mails: true });
  const lan = await lanAt(server);
  const mailer = { db: server.db, signIn: server.signIn, url: `smtp://127.0.0.1:${relay.port}`, now: server.now };
  const send = () => sendMails({ ...mailer, from: "moc2030@example.vn", origin: "" });
  const wish = async (email: string) => {
    server.wait(30);
    return lan.ask("POST", "/session/email", { email, password: PASSWORD, code: await lan.code() });
  };
  await wish("thief@example.vn");
  await send();
  const code = /\b\d{8}\b/.exec(relay.box.map(decoded).join(""))?.[0] ?? "";
  expect((await lan.ask("POST", "/session/email/confirm", { code })).status).toBe(200);
  // Before the news is mailed, and while the relay refuses it.
  expect(await slug(await wish("other@example.vn"))).toBe("conflict");
  relay.refuses = true;
  await send();
  expect((await read(wish("other@example.vn"))).errors[0].pointer).toBe("/email");
  relay.refuses = false;
  server.wait(5 * 60);
  relay.box.splice(0);
  await send();
  expect(relay.box.map(({ to }) => to)).toEqual([["lan@example.vn"], ["thief@example.vn"]]);
  expect((await wish("other@example.vn")).status).toBe(200);
  expect(await lan.tampering()).toBeNull();
});

test("ten wrong codes of a mail, and the right one is refused for a while too", async () => {
  const relay = await openRelay();
  const server = await accounts({ mails: true });
  const lan = await lanAt(server);
  await lan.ask("POST", "/session/email", { email: "l@example.vn", password: PASSWORD, code: await lan.code() });
  const mailer = { db: server.db, signIn: server.signIn, url: `smtp://127.0.0.1:${relay.port}`, now: server.now };
  await sendMails({ ...mailer, from: "moc2030@example.vn", origin: "" });
  const code = /\b\d{8}\b/.exec(relay.box.map(decoded).join(""))?.[0] ?? "";
  const confirm = (given: string) => lan.ask("POST", "/session/email/confirm", { code: given });
  for (let n = 0; n < 10; n++) expect(await slug(await confirm(wrongOf(code)))).toBe("wrong-credentials");
  expect(await slug(await confirm(code))).toBe("too-many-attempts");
  const refusals = (await server.events()).filter((action) => action === "staff.confirmation_refused");
  expect(refusals).toHaveLength(10);
  server.wait(15 * 60);
  expect((await confirm(code)).status).toBe(200);
  expect(await lan.tampering()).toBeNull();
  await server.signIn.db.run("UPDATE user SET email = 'x@example.vn'");
  expect(await lan.tampering()).toMatch(/has another address than in the audit/);
});

test("a link made anew ends a phone or an address that was not confirmed", async () => {
  const server = await accounts();
  const lan = await lanAt(server);
  const boss = await server.person("administrator", "Bình");
  await lan.ask("POST", "/session/email", { email: "l@example.vn", password: PASSWORD, code: await lan.code() });
  server.wait(30);
  await lan.ask("POST", "/session/authenticator", { password: PASSWORD, code: await lan.code() });
  const { id } = (await read(boss.get("/staff"))).items.find((p: Json) => p.email === lan.email);
  await boss.post(`/staff/${id}/reset`, { code: await boss.code() });
  const left = "SELECT (SELECT count(*) FROM new_factor) + (SELECT count(*) FROM new_address) AS n";
  expect(await server.signIn.db.one(left)).toEqual({ n: 0 });
});
