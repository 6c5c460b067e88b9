import { afterEach, describe, expect, test } from "vitest";
import { hashEmail } from "../audit/content.ts";
import { sendMails } from "../outbox/mailer.ts";
import { closeRelays, decoded, openRelay } from "../outbox/relay.fixture.ts";
import { type Json, read } from "../submissions/team.fixture.ts";
import { findFaults } from "../verify/verify.ts";
import { accounts, PASSWORD, slug } from "./accounts.fixture.ts";
import { authenticatorCode } from "./staff.fixture.ts";

afterEach(closeRelays);

describe("the address of somebody who was invited", () => {
  const at = async (email = "lan@exmaple.vn", parts = {}) => {
    const server = await accounts(parts);
    const boss = await server.person("administrator", "Bình");
    const added = await read(boss.post("/staff", { name: "Lan", email, role: "contributor", code: await boss.code() }));
    server.wait(30);
    const mend = async (to: string, id = added.id) =>
      boss.put(`/staff/${id}/email`, { email: to, code: await boss.code() });
    const one = async () => (await read(boss.get("/staff"))).items.find((p: Json) => p.id === added.id);
    const tokenOf = ({ path }: { path: string }) => path.slice(path.indexOf("#") + 1);
    const opens = (made: { path: string }) => server.ask("POST", "/session/link", { token: tokenOf(made) });
    return { server, boss, added, mend, one, opens, tokenOf };
  };

  test("is mended with a new invitation; the old link is dead, and the audit and the address of before are told", async () => {
    const relay = await openRelay();
    const { server, boss, added, mend, one, opens, tokenOf } = await at("lan@exmaple.vn", { mails: true });
    expect(await one()).toMatchObject({ email: "lan@exmaple.vn", ready: false, invited: true });
    expect(await slug(await boss.put(`/staff/${added.id}/email`, { email: "x@y.vn" }))).toBe("confirmation-needed");
    const mended = await read(mend("Lan@Example.vn"));
    expect(await one()).toMatchObject({ email: "lan@example.vn", invited: true, newEmail: null });
    expect(await slug(await opens(added))).toBe("link-expired");
    expect(await read(opens(mended))).toMatchObject({ name: "Lan", email: "lan@example.vn" });
    const [entry] = (await server.audit(6)).filter(({ action }) => action === "staff.address_changed");
    expect(entry).toMatchObject({ subject: `staff ${added.id}`, detail: { emailHash: hashEmail("lan@example.vn") } });
    const { signIn, db, now } = server;
    await sendMails({ db, signIn, url: `smtp://127.0.0.1:${relay.port}`, from: "moc2030@example.vn", origin: "", now });
    const told = relay.box.filter((mail) => decoded(mail).includes("vừa được đổi"));
    expect(told.map(({ to }) => to)).toEqual([["lan@exmaple.vn"], ["lan@example.vn"]]);
    // Who signed in past the commands alone is not known to it.
    const faults = await findFaults({ db, staff: signIn.db, now: now() });
    expect(faults).toEqual([`staff ${boss.actor.id}: is not in the audit`]);
    // Set up by the new link, it is their own to change.
    const token = tokenOf(mended);
    const { totpUri } = await read(server.ask("POST", "/session/link/password", { token, password: PASSWORD }));
    const code = await authenticatorCode(totpUri, server.now());
    expect((await server.ask("POST", "/session/link/confirm", { token, code })).status).toBe(200);
    expect(await one()).toMatchObject({ ready: true, invited: false });
    server.wait(30);
    expect(await slug(await mend("other@example.vn"))).toBe("conflict");
    expect((await boss.post(`/staff/${added.id}/reset`, { code: await boss.code() })).status).toBe(200);
    server.wait(30);
    expect(await one()).toMatchObject({ ready: false, invited: false });
    expect(await slug(await mend("other@example.vn"))).toBe("conflict");
  });

  test.each([
    ["no address", "lan", 422],
    ["the one it is", "LAN@exmaple.vn", 422],
    ["somebody else's", "vy@example.vn", 409],
  ])("stays where it is given %s, and its link stays good", async (_, email, status) => {
    const { server, added, mend, one, opens } = await at();
    await server.invite("vy@example.vn");
    const refused = await mend(email);
    expect([refused.status, (await read(refused)).errors[0].pointer]).toEqual([status, "/email"]);
    expect(await one()).toMatchObject({ email: "lan@exmaple.vn" });
    expect((await opens(added)).status).toBe(200);
  });
});
