import type { BlockList } from "node:net";
import { Hono } from "hono";
import { describe, expect, test } from "vitest";
import { accounts, slug } from "../identity/accounts.fixture.ts";
import { LOCAL, socket, staffedApp } from "../identity/staff.fixture.ts";
import { clientAddress, isForwarded, parseProxies } from "./client-address.ts";
import type { Env } from "./env.ts";

const asked = async (trusted: string, peer: string, forwarded?: string) => {
  const app = new Hono<Env>().get("/", (c) => {
    c.set("trusted", parseProxies(trusted) as BlockList);
    return c.text(clientAddress(c));
  });
  const headers: Record<string, string> = forwarded === undefined ? {} : { "x-forwarded-for": forwarded };
  return (await app.request("/", { headers }, socket(peer))).text();
};

describe("the client address is", () => {
  test.each([
    [
      "the peer if it is not a trusted proxy, whatever the header says",
      "10.0.0.1",
      "198.51.100.1",
      "1.2.3.4",
      "198.51.100.1",
    ],
    ["the peer without the header", "loopback", "127.0.0.1", undefined, "127.0.0.1"],
    ["the nearest hop", "loopback", "127.0.0.1", "1.2.3.4", "1.2.3.4"],
    ["not what the client wrote before it", "loopback", "::1", "6.6.6.6, 1.2.3.4", "1.2.3.4"],
    [
      "the nearest hop that is not a trusted proxy",
      "loopback,10.0.0.0/8",
      "127.0.0.1",
      "6.6.6.6, 1.2.3.4, 10.1.2.3",
      "1.2.3.4",
    ],
    ["the farthest hop if all are trusted proxies", "10.0.0.0/8", "10.0.0.1", "10.0.0.3, 10.0.0.2", "10.0.0.3"],
    ["the proxy if its hop is no address", "loopback", "127.0.0.1", "1.2.3.4, unknown", "127.0.0.1"],
    ["read with a port or brackets", "loopback", "127.0.0.1", "[2001:db8::7]:4711", "2001:db8::7"],
    ["plain IPv4 for an IPv4-mapped IPv6 address", "127.0.0.1", "::ffff:127.0.0.1", "::ffff:1.2.3.4", "1.2.3.4"],
  ])("%s", async (_what, trusted, peer, forwarded, client) => {
    expect(await asked(trusted, peer, forwarded)).toBe(client);
  });
  test("read from the end of a header of maximum length", async () => {
    expect(await asked("loopback", "127.0.0.1", `${"127.0.0.1, ".repeat(5000)}1.2.3.4`)).toBe("1.2.3.4");
    expect(await asked("loopback", "127.0.0.1", `${"9".repeat(60_000)}, 1.2.3.4`)).toBe("1.2.3.4");
  });
});

test.each(["x-forwarded-for", "x-forwarded-proto", "x-forwarded-host", "forwarded", "x-real-ip", "via"])(
  "a request with %s is never local",
  async (name) => {
    const server = await staffedApp();
    const ask = (headers: Record<string, string>) =>
      server.app.request(`${LOCAL}/api/v1/session`, { headers }, socket("127.0.0.1"));
    expect((await ask({})).status).toBe(200);
    expect(await slug(await ask({ [name]: "127.0.0.1" }))).toBe("sign-in-off");
    const app = new Hono().get("/", (c) => c.text(String(isForwarded(c))));
    expect(await (await app.request("/", { headers: { [name]: "" } })).text()).toBe("true");
  },
);

test("an HTTP/1.0 request, as a proxy without forwarding headers sends it, is never local", async () => {
  const server = await staffedApp();
  const bare = { incoming: { socket: { remoteAddress: "127.0.0.1" }, httpVersion: "1.0" } };
  expect((await server.app.request(`${LOCAL}/api/v1/session`, {}, bare)).status).toBe(403);
});

describe("with PUBLIC_ORIGIN", async () => {
  const proxies = { publicOrigin: "https://moc2030.example.vn", trusted: parseProxies("10.0.0.5") as BlockList };
  const server = await accounts(proxies);
  const { cookie } = await server.person("administrator");
  const ask = (host: string, peer: string, headers: Record<string, string> = {}) =>
    server.app.request(`http://${host}/api/v1/session/all`, { headers: { cookie, ...headers } }, socket(peer));

  test("staff sign-in is served on its host, from the proxy", async () => {
    expect((await ask("moc2030.example.vn", "10.0.0.5", { "x-forwarded-proto": "https" })).status).toBe(200);
    expect((await ask("MOC2030.example.vn", "10.0.0.5")).status).toBe(200);
  });
  test.each([
    ["another host", "evil.example", "10.0.0.5", {}],
    ["an address of the network", "10.0.0.9:2289", "10.0.0.7", {}],
    ["this machine by name", "localhost:2289", "127.0.0.1", {}],
    ["the host with a port of its own", "moc2030.example.vn:2289", "10.0.0.5", {}],
    ["a client that bypasses the proxy", "moc2030.example.vn", "10.0.0.7", { "x-forwarded-proto": "https" }],
    ["http at the proxy", "moc2030.example.vn", "10.0.0.5", { "x-forwarded-proto": "http" }],
    [
      "https claimed by the client before the proxy's http",
      "moc2030.example.vn",
      "10.0.0.5",
      { "x-forwarded-proto": "https, http" },
    ],
  ])("and not at %s, with or without a session", async (_what, host, peer, headers) => {
    for (const session of [cookie, ""])
      expect(await slug(await ask(host, peer, { ...headers, cookie: session }))).toBe("sign-in-off");
  });
  test("without TRUSTED_PROXY, from a local proxy only", async () => {
    const bare = await staffedApp({ publicOrigin: "https://moc2030.example.vn" });
    const from = (peer: string) => bare.app.request("http://moc2030.example.vn/api/v1/session", {}, socket(peer));
    expect([(await from("127.0.0.1")).status, (await from("10.0.0.7")).status]).toEqual([200, 403]);
  });
  test("sessions and audit name the client, not the proxy", async () => {
    const person = await server.person("contributor");
    const through = await server.app.request(
      "http://moc2030.example.vn/api/v1/session",
      {
        method: "POST",
        body: JSON.stringify({ email: person.actor.email, password: "x" }),
        headers: {
          "content-type": "application/json",
          "sec-fetch-site": "same-origin",
          "x-forwarded-for": "6.6.6.6, 203.0.113.7",
        },
      },
      socket("10.0.0.5"),
    );
    expect(through.status).toBe(401);
    expect(await server.audit(1)).toMatchObject([
      { action: "session.refused", subject: `staff ${person.actor.id}`, detail: { address: "203.0.113.7" } },
    ]);
  });
});
