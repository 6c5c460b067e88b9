import { describe, expect, test } from "vitest";
import { team } from "../submissions/team.fixture.ts";
import { CURRENT } from "./lifetimes.ts";

const t = await team();
type Parameter = { in: "path" | "query"; name: string; required?: boolean; schema: { type?: string } };
type Operation = {
  "x-action"?: string;
  parameters?: Parameter[];
  requestBody?: { content: Record<string, unknown> };
};
const { paths } = (await t.json("/openapi.json")) as { paths: Record<string, Record<string, Operation>> };
const numbers = Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods).flatMap(([method, operation]) =>
    (operation.parameters ?? [])
      .filter(({ schema }) => schema.type === "integer")
      .map((parameter) => ({ method, path, place: parameter.in, name: parameter.name, operation, parameter })),
  ),
);
/** Values of the other parameters while one is tested. */
const others: Record<string, string> = { code: "EGDI_RANK", targetId: "D2289-2030-EGDI_RANK", indicator: "GII_RANK" };

/** What a parameter is only accepted together with. */
const companions: Record<string, string> = { offset: "limit" };

/** Sends one number as written, with a session that may use the route. */
function ask({ method, path, operation, parameter }: (typeof numbers)[number], written: string) {
  const value = (p: Parameter) => (p === parameter ? written : (others[p.name] ?? (p.name === "year" ? "2024" : "1")));
  const all = operation.parameters ?? [];
  const address = path.replace(/\{(\w+)\}/g, (_, name) =>
    encodeURIComponent(value(all.find((p) => p.name === name) as Parameter)),
  );
  const query = new URLSearchParams(
    all
      .filter((p) => p.in === "query" && (p === parameter || p.required || p.name === companions[parameter.name]))
      .map((p) => [p.name, value(p)]),
  );
  const isAdministrators = ["audit.read", "review.appoint"].includes(operation["x-action"] ?? "");
  const who = isAdministrators ? t.boss : t.hoa;
  const type = Object.keys(operation.requestBody?.content ?? {})[0];
  return who.ask(method.toUpperCase())(`${address}?${query}`, type && "{}", {
    "if-match": '"1"',
    "content-type": type,
  });
}

test("many routes have numbers in path and query", () => {
  expect(numbers.filter(({ place }) => place === "path").length).toBeGreaterThanOrEqual(14);
  expect(numbers.filter(({ name }) => name === "release").length).toBeGreaterThanOrEqual(14);
  expect(new Set(numbers.map(({ name }) => name))).toEqual(
    new Set([
      "release",
      "compare",
      "limit",
      "offset",
      "from",
      "to",
      "year",
      "timePeriod",
      "id",
      "item",
      "before",
      "width",
    ]),
  );
});

describe.each(numbers)("$method $path: $name in its $place", (number) => {
  // An edition of the indicator, after which there is another.
  const canonical =
    number.name === "from"
      ? "2022"
      : /year|to|timePeriod/.test(number.name)
        ? "2024"
        : number.name === "width"
          ? "960"
          : "53";
  const written = [
    ...[`0${canonical}`, `+${canonical}`, `-${canonical}`, ` ${canonical}`, `${canonical}.0`],
    ...["2e3", "0x35", "５３", "99999999999999999999"],
  ];
  test(`only canonical digits are accepted, not ${written.join(", ")}`, async () => {
    for (const text of written) {
      const answer = await ask(number, text);
      const { errors } = (await answer.json()) as { errors?: { parameter: string; detail: string }[] };
      const status = number.place === "path" ? 404 : 422;
      expect([text, answer.status, answer.headers.get("cache-control")]).toEqual([text, status, "no-store"]);
      if (number.place === "query") expect(errors?.map((e) => e.parameter)).toEqual([number.name]);
      if (number.place === "query") expect(errors?.[0]?.detail).toMatch(/^expected a /);
    }
    const right = await (await ask(number, canonical)).text();
    expect(right).not.toContain(`"parameter":"${number.name}"`);
    expect(right).not.toContain("problem:not-found");
  });
});

test("a repeated parameter is rejected with a clear message", async () => {
  for (const [query, name] of [
    ["indicator=EGDI_RANK&indicator=GII_RANK", "indicator"],
    ["lang=vi&lang=en", "lang"],
    ["release=1&release=2", "release"],
    ["from=2020&from=2021", "from"],
    ["asOf=2025-01-01&asOf=2025-01-02", "asOf"],
  ]) {
    const answer = await t.get(`/observations?${query}`);
    expect([answer.status, (await answer.json()) as unknown]).toMatchObject([
      422,
      { errors: [{ parameter: name, detail: "expected once, not again" }] },
    ]);
  }
});
test("an empty year is rejected", async () => {
  const { errors } = await t.json("/observations?from=");
  expect(errors).toEqual([{ parameter: "from", detail: "expected a year" }]);
});

describe("a percent-encoded letter or digit, or an empty parameter, makes a URL non-canonical", () => {
  test.each(["/releases/%35%33", "/indicators/%47II_RANK", "/submissions/%31"])("%s is 404", async (path) =>
    expect((await t.hoa.get(path)).status).toBe(404),
  );
  test.each(["release=%35%33", "?%72elease=53", "release=53&", "&release=53", "release=53&&lang=en"])(
    "?%s is answered, but not as immutable",
    async (query) => {
      const answer = await t.get(`/releases?${query.replace(/^\?/, "")}`);
      expect([answer.status, answer.headers.get("cache-control")]).toEqual([200, CURRENT]);
    },
  );
  test("characters that must be encoded keep a URL canonical", async () => {
    const answer = await t.get("/observations?area=VNM%2CSGP&release=53");
    expect([answer.status, answer.headers.get("cache-control")]).toEqual([200, "public, max-age=31536000, immutable"]);
  });
});
