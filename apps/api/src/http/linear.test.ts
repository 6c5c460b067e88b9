import { expectLinear } from "@moc2030/shared/growth.fixture";
import { figureInput } from "@moc2030/shared/schema/submission";
import { describe, expect, test } from "vitest";
import { accountBucket, addressBucket } from "../identity/limits.ts";
import { newPerson } from "../identity/person.ts";
import { LOCAL } from "../identity/staff.fixture.ts";
import { attachment, fileName } from "../submissions/evidence/file-name.ts";
import { importQuery } from "../submissions/import/options.ts";
import { team } from "../submissions/team.fixture.ts";
import { parseProxies } from "./client-address.ts";
import { codeList, plainRead } from "./query.ts";

type Worst = Record<string, (length: number) => string>;
const texts: Worst = {
  "spaces inside": (n) => `a${" ".repeat(n)}a`,
  "marks on one letter": (n) => `a${"\u0301\u0323".repeat(n / 2)}`,
  "hidden characters": (n) => "\u200b".repeat(n),
  "an address": (n) => `${"a.".repeat(n / 4)}@${"a.".repeat(n / 4)}`,
  pairs: (n) => `${"TIME_PERIOD:0,".repeat(n / 14)}x`,
  dots: (n) => ".".repeat(n),
};
const schemas: Record<string, (text: string) => unknown> = {
  "the address that limits count": (text) => [addressBucket(text), accountBucket(text)],
  "trusted proxies": (text) => parseProxies(text),
  figureInput: (text) =>
    figureInput.safeParse({
      indicator: text,
      compiler: text,
      value: text,
      obsComVi: text,
      newSource: { title: text, url: text },
    }),
  importQuery: (text) => importQuery.safeParse({ mapping: text, source: text, reasonText: text, published: text }),
  newPerson: (text) => newPerson.safeParse({ email: text, name: text, role: text }),
  fileName: (text) => [fileName.safeParse(text), attachment(text.slice(0, 200), "application/pdf")],
  "queries of reads": (text) => [
    codeList.safeParse(text),
    plainRead.safeParse({ asOf: text, release: text, lang: text }),
  ],
};
describe.each(Object.keys(schemas))("%s takes at most twice as long for twice the text", (schema) => {
  test.each(Object.keys(texts))("%s", (name) =>
    expectLinear(schemas[schema] as (text: string) => unknown, texts[name] as (length: number) => string),
  );
});

const headers: Record<string, Worst> = {
  accept: {
    "many types": (n) => "a/b,".repeat(n / 4),
    "one long type": (n) => `a/${"b".repeat(n)}`,
    "spaces after a mark": (n) => `a/b;${" ".repeat(n)}x`,
    "open quotes": (n) => 'a/b;c="'.repeat(n / 7),
    marks: (n) => `a/b${";".repeat(n)}`,
  },
  "accept-encoding": { "many codings": (n) => "br;q=0.5,".repeat(n / 9), spaces: (n) => `br${" ".repeat(n)}x` },
  "if-none-match": {
    "many tags": (n) => '"a",'.repeat(n / 4),
    spaces: (n) => `"a"${" ".repeat(n)}"b"`,
    weak: (n) => "W/".repeat(n / 2),
  },
  "if-match": { digits: (n) => `"${"1".repeat(n)}`, spaces: (n) => `"1"${" ".repeat(n)}x` },
  "idempotency-key": { letters: (n) => "a".repeat(n) },
  "content-type": { spaces: (n) => `application/json${" ".repeat(n)}x` },
  cookie: { marks: (n) => ";".repeat(n), spaces: (n) => `a=b;${" ".repeat(n)}`, pairs: (n) => "a=b; ".repeat(n / 5) },
  "x-forwarded-for": {
    "hops of our own": (n) => "127.0.0.1,".repeat(n / 10),
    "open brackets": (n) => "[".repeat(n),
    spaces: (n) => `127.0.0.1${" ".repeat(n)}`,
  },
  "last-event-id": { digits: (n) => "1".repeat(n) },
};
describe("a header of 1 MB, more than any connection accepts, is read in linear time", async () => {
  const trusted = parseProxies("127.0.0.0/8") ?? undefined;
  const { app, lan } = await team({ ...(trusted && { trusted }) });
  const cases = Object.entries(headers).flatMap(([name, worst]) =>
    Object.keys(worst).map((kind) => [name, kind] as const),
  );
  test.each(cases)("%s: %s", (name, kind) =>
    expectLinear(
      async (text) => {
        const own = {
          cookie: lan.cookie,
          "sec-fetch-site": "same-origin",
          "content-type": "application/json",
          "if-match": '"1"',
          [name]: text,
        };
        await (await app.request("/api/v1/indicators?lang=en", { headers: { [name]: text } })).arrayBuffer();
        await (
          await app.request(
            `${LOCAL}/api/v1/submissions/9999/submit`,
            { method: "POST", headers: own },
            { incoming: { socket: { remoteAddress: "127.0.0.1" } } },
          )
        ).arrayBuffer();
      },
      (headers[name] as Worst)[kind] as (length: number) => string,
    ),
  );
});

test("an Accept header that is too long is ignored", async () => {
  const { get } = await team();
  const answer = await get("/indicators", { accept: "image/png,".repeat(300) });
  expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "application/json"]);
});
