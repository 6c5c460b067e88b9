import type { BlockList } from "node:net";
import { describe, expect, test } from "vitest";
import { parseProxies } from "../http/client-address.ts";
import { accounts, cookiesOf, PASSWORD, slug } from "./accounts.fixture.ts";
import { accountBucket, addressBucket, beginAttempt, MAX_ATTEMPTS } from "./limits.ts";

const WRONG = "not this one at all, no";
const proxy = { publicOrigin: "https://moc2030.example.vn", trusted: parseProxies("loopback") as BlockList };
const server = await accounts(proxy);
const { first, second, open, setUp, wait, ask } = server;

/** The effect of that many wrong passwords from elsewhere, without hashing each. */
async function strangersFail(email: string, from: string, times: number) {
  const buckets = { account: accountBucket(email), address: addressBucket(from) };
  for (let i = 0; i < times; i++) {
    try {
      await beginAttempt(server.signIn.db, buckets, server.now());
    } catch (error) {
      expect(error).toMatchObject({ slug: "too-many-attempts" });
    }
  }
}

describe("while one address keeps failing", async () => {
  const people = await Promise.all(["a@example.vn", "b@example.vn"].map(setUp));
  const attacker = "203.0.113.9";

  test("every known device signs in at the first attempt, from that address too, and links work", async () => {
    for (let quarter = 0; quarter < 3; quarter++) {
      expect((await first("nobody@example.vn", WRONG, attacker)).status).toBe(401);
      for (const { email } of people) await strangersFail(email, attacker, MAX_ATTEMPTS.account);
      for (let i = 0; i < MAX_ATTEMPTS.address; i++) await strangersFail(`x${i}@example.vn`, attacker, 1);
      expect((await first("nobody@example.vn", WRONG, attacker)).status).toBe(429);
      for (const [i, person] of people.entries()) {
        const from = i === 0 ? attacker : "198.51.100.7";
        const { answer } = await open(person.email, { code: await person.code() }, person.device, from);
        expect([quarter, person.email, answer.status]).toEqual([quarter, person.email, 200]);
        expect(await slug(await first(person.email, PASSWORD, attacker))).toBe("too-many-attempts");
      }
      const { token } = await server.invite(`new${quarter}@example.vn`);
      expect((await ask("POST", "/session/link", { token }, {}, attacker)).status).toBe(200);
      wait(15 * 60 + 30);
    }
  }, 120_000);

  test("only invalid links count against an address", async () => {
    const from = "203.0.113.10";
    const none = () => ask("POST", "/session/link", { token: "x".repeat(43) }, {}, from);
    for (let i = 0; i < MAX_ATTEMPTS.address; i++) expect((await none()).status).toBe(410);
    expect((await none()).status).toBe(429);
  });
});

describe("an attacker", async () => {
  const person = await setUp("owner@example.vn");
  const wrongCodes = async (cookies: string, tries: number, from: string) => {
    const statuses: number[] = [];
    let pending = "";
    for (let i = 0; i < tries; i++) {
      if (i % 5 === 0) pending = cookiesOf(await first(person.email, PASSWORD, from, cookies));
      const code = String(900_000 + i);
      statuses.push(pending ? (await second({ code }, `${cookies}; ${pending}`, from)).status : 429);
    }
    return statuses;
  };

  test("with a stolen device cookie has the attempts of that device only, for that account only", async () => {
    const statuses: number[] = [];
    for (let i = 0; i < MAX_ATTEMPTS.device + 5; i++)
      statuses.push((await first(person.email, WRONG, "203.0.113.20", person.device)).status);
    expect(statuses.filter((s) => s === 401).length).toBe(MAX_ATTEMPTS.device);
    // The owner's other device has its own count.
    const other = await open(person.email, { code: await person.code() });
    expect(other.answer.status).toBe(200);
    wait(30);
    const again = await open(person.email, { code: await person.code() }, other.cookie);
    expect(again.answer.status).toBe(200);
    // For another account the cookie is unknown, whatever its name.
    const someone = await setUp("someone@example.vn");
    const [[name], [, value]] = [someone.device.split("="), person.device.split("=")] as [string[], string[]];
    await strangersFail(someone.email, "203.0.113.22", MAX_ATTEMPTS.account);
    expect((await first(someone.email, PASSWORD, "203.0.113.21", `${name}=${value}`)).status).toBe(429);
  }, 60_000);

  test("without one shares ten attempts per account and 15 minutes with all others, from any number of addresses", async () => {
    wait(15 * 60 + 30);
    const statuses: number[] = [];
    for (let i = 0; i < MAX_ATTEMPTS.account + 5; i++)
      statuses.push((await first(person.email, WRONG, `203.0.${i}.1`)).status);
    expect(statuses.filter((s) => s === 401).length).toBe(MAX_ATTEMPTS.account);
  }, 60_000);

  test("who knows the password has ten codes too, and never locks the owner's device", async () => {
    wait(15 * 60 + 30);
    const statuses = await wrongCodes("", 30, "203.0.113.30");
    expect(statuses.filter((s) => s === 401).length).toBeLessThanOrEqual(MAX_ATTEMPTS.account);
    expect(statuses.at(-1)).toBe(429);
    const { answer } = await open(person.email, { code: await person.code() }, person.device, "203.0.113.30");
    expect(answer.status).toBe(200);
  }, 60_000);

  test("has five codes per password entry", async () => {
    wait(15 * 60 + 30);
    const pending = cookiesOf(await first(person.email));
    for (let i = 0; i < 5; i++)
      expect(await slug(await second({ code: String(900_000 + i) }, pending))).toBe("wrong-credentials");
    expect(await slug(await second({ code: await person.code() }, pending))).toBe("unauthenticated");
  });
});

test("a reset invalidates known devices", async () => {
  const person = await setUp("reset@example.vn");
  const boss = await server.person("administrator");
  const list = (await (await boss.get("/staff")).json()) as { items: { id: string; email: string }[] };
  const { id } = list.items.find((p) => p.email === person.email) as { id: string };
  const { path } = (await (await boss.post(`/staff/${id}/reset`, { code: await boss.code() })).json()) as {
    path: string;
  };
  const token = path.split("#")[1];
  await ask("POST", "/session/link/password", { token, password: PASSWORD });
  await strangersFail(person.email, "198.51.100.1", MAX_ATTEMPTS.account);
  expect((await first(person.email, WRONG, "198.51.100.99", person.device)).status).toBe(429);
});
