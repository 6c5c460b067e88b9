import type { PageRequest } from "@moc2030/shared/page/page";
import { expect, test } from "vitest";
import { HEAD, NOW, testApp } from "../app.fixture.ts";
import { testWeb } from "./web.fixture.ts";

const failures: [string, unknown][] = [];
const asked: PageRequest[] = [];
const server = await testApp({
  contact: "an@example.vn",
  origin: "https://moc.example.vn",
  log: (id, error) => failures.push([id, error]),
  web: testWeb(
    {},
    {
      paths: ["/about", "/releases/:id{[1-9]\\d{0,8}}"],
      async answer(path, request) {
        asked.push(request);
        const { searchParams } = new URL(request.address, "http://page");
        if (searchParams.has("fail")) throw new Error("no such luck");
        if (searchParams.get("lang") === "vi") return { status: 303, location: "/about" };
        const answer = await request.read("/api/v1/releases?limit=1");
        const { items } = (await answer.json()) as { items: { id: number }[] };
        return { status: 200, html: `${path} ${request.params.id ?? ""} ${items[0]?.id}` };
      },
    },
  ),
});
const ask = (path: string, init: RequestInit = {}) => server.app.request(path, { redirect: "manual", ...init });

test("a document is made from answers read in process, with what only the server knows", async () => {
  const answer = await ask("/releases/7?lang=en");
  expect(await answer.text()).toBe(`/releases/:id{[1-9]\\d{0,8}} 7 ${HEAD}`);
  expect(answer.headers.get("content-type")).toMatch(/^text\/html/);
  expect(answer.headers.get("speculation-rules")).toBe('"/prefetch.speculationrules"');
  expect(asked.at(-1)).toMatchObject({
    address: "/releases/7?lang=en",
    params: { id: "7" },
    release: HEAD,
    today: NOW.toISOString().slice(0, 10),
    contact: "an@example.vn",
    origin: "https://moc.example.vn",
  });
});

test("a document is kept until the next release: it is made once, and has an ETag", async () => {
  const first = await ask("/about");
  const made = asked.length;
  const again = await ask("/about", { headers: { "if-none-match": first.headers.get("etag") ?? "" } });
  expect([again.status, asked.length]).toEqual([304, made]);
});

test("an address in another spelling is answered with the canonical one", async () => {
  const answer = await ask("/about?lang=vi");
  expect([answer.status, answer.headers.get("location")]).toEqual([303, "/about"]);
  const slash = await ask("/releases/7/?lang=en");
  expect([slash.status, slash.headers.get("location")]).toEqual([301, "/releases/7?lang=en"]);
});

test("what is no page is a document with status 404, what is no verb 405", async () => {
  for (const path of ["/nowhere", "/releases/0", "/releases/x", "/nowhere/", "//example/", "/about//"]) {
    const answer = await ask(path);
    expect([path, answer.status, await answer.text()]).toEqual([path, 404, expect.stringContaining("not found")]);
  }
  const answer = await ask("/about", { method: "POST" });
  expect([answer.status, answer.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
});

test.each(["//a/", "/%5Ca//b", "/%09/a//b.example/c", "/\\a//b", "/x/..//a", "/%2e%2e//a", "/%5C%5Ca", "///a"])(
  "%s is an address here, and no page leads from it elsewhere",
  async (path) => {
    const answer = await ask(`${path}?lang=en`);
    const address = (await answer.text()).replace("<h1>not found</h1>", "");
    const read = new URL(address, "http://localhost");
    expect([answer.status, read.host, address]).toEqual([404, "localhost", `${read.pathname}?lang=en`]);
    expect(address).toMatch(/^\/[^/\\\t]/);
  },
);

test("an unforeseen error is a document with status 500 that names the request, and is not kept", async () => {
  const answer = await ask("/about?fail=1");
  expect([answer.status, answer.headers.get("cache-control")]).toEqual([500, "no-store"]);
  const [[id = "", error] = []] = failures;
  expect(id).toMatch(/^[\da-f-]{36}$/);
  expect(await answer.text()).toBe(`<h1>failed</h1>${id}`);
  expect(String(error)).toBe("Error: no such luck");
});
