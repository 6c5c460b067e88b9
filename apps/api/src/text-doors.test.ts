import { expect, test } from "vitest";
import type { z } from "zod";
import { apiRoutes } from "./app.ts";
import { gii2026, read, team } from "./submissions/team.fixture.ts";

type Described = {
  method: string;
  path: string;
  request?: { query?: z.ZodType; body?: { content?: Record<string, { schema: z.ZodType }> } };
};
type Def = {
  type: string;
  shape?: Record<string, z.ZodType>;
  element?: z.ZodType;
  innerType?: z.ZodType;
  in?: z.ZodType;
  options?: z.ZodType[];
  valueType?: z.ZodType;
};

/** Every string in a request schema, with its path. */
function stringsOf(schema: z.ZodType, path: string): [string, z.ZodType][] {
  const def = schema.def as unknown as Def;
  if (def.type === "string") return [[path, schema]];
  const inner = def.element ?? def.innerType ?? def.in ?? def.valueType;
  return [
    ...Object.entries(def.shape ?? {}).flatMap(([name, field]) => stringsOf(field, `${path} ${name}`)),
    ...(def.options ?? []).flatMap((option) => stringsOf(option, path)),
    ...(inner ? stringsOf(inner, path) : []),
  ];
}

const strings = (apiRoutes as unknown as Described[]).flatMap(({ method, path, request }) => {
  const body = request?.body?.content?.["application/json"]?.schema;
  const at = `${method.toUpperCase()} ${path}`;
  return [...(request?.query ? stringsOf(request.query, `${at} ?`) : []), ...(body ? stringsOf(body, at) : [])];
});

/** Secrets are compared as typed, by hash: passwords, recovery codes, link tokens. */
const secrets = [
  "POST /session password",
  "POST /session/second-factor recoveryCode",
  "POST /session/link token",
  "POST /session/link/confirm token",
  "POST /session/link/password password",
  "POST /session/link/password token",
  "POST /session/authenticator password",
  "POST /session/authenticator recoveryCode",
  "POST /session/email password",
  "POST /session/email recoveryCode",
  "POST /session/password current",
  "POST /session/password next",
];
const long = "b".repeat(30);
const hidden = [
  `a\u200b${long}`,
  `a\u0000${long}.pdf`,
  `a\u202e${long}@example.vn`,
  `https://a.vn/\ud800${long}`,
  `a\u0085\u2028${long}`,
];

test("no route accepts a hidden character in a text, except in a secret", () => {
  expect(strings.length).toBeGreaterThan(60);
  const taking = strings.filter(([, schema]) => hidden.some((text) => schema.safeParse(text).success));
  expect(taking.map(([path]) => path).sort()).toEqual([...secrets].sort());
});

test("the error names the character and its position", async () => {
  const t = await team();
  const refused = await t.lan.post("/submissions", {
    title: "Tỷ\u200b lệ",
    items: [{ ...gii2026, obsComVi: "Một\nhai\tba" }],
  });
  expect([refused.status, (await read(refused)).errors]).toEqual([
    422,
    [
      { pointer: "/title", detail: "hidden character U+200B at position 3" },
      { pointer: "/items/0/obsComVi", detail: "hidden character U+0009 at position 8" },
    ],
  ]);
});

test("texts are stored in NFC with LF line breaks, in multi-line fields only", async () => {
  const t = await team();
  const [decomposed, composed] = ["Tỷ lệ".normalize("NFD"), "Tỷ lệ".normalize("NFC")];
  const comment = `${decomposed}\r\nhai`;
  const made = await read(
    t.lan.post("/submissions", { title: decomposed, items: [{ ...gii2026, obsComVi: comment, edition: decomposed }] }),
  );
  expect([made.title, made.items[0].edition, made.items[0].obsComVi]).toEqual([composed, composed, `${composed}\nhai`]);
  expect((await t.lan.post("/submissions", { title: "hai\ndòng", items: [] })).status).toBe(422);
});

test.each(["＝1", "＠x", "－x", "@x", "-x"])("a title that starts with %j is rejected", async (title) => {
  const t = await team();
  expect((await t.lan.post("/submissions", { title, items: [] })).status).toBe(422);
});

test.each([
  "https://lan:secret@nso.gov.vn/x",
  "https://lan@nso.gov.vn/",
  "javascript:alert(1)",
  "https://nso\u200b.gov.vn",
  "ftp://nso.gov.vn",
])("the address %j is refused for a source", async (url) => {
  const t = await team();
  const answer = await t.lan.post("/submissions", {
    title: "x",
    items: [{ ...gii2026, newSource: { ...gii2026.newSource, url } }],
  });
  expect([answer.status, (await read(answer)).errors?.[0]?.pointer]).toEqual([422, "/items/0/newSource/url"]);
});

test("a comment imported again in another normal form is unchanged", async () => {
  const t = await team();
  const made = await t.submit(
    t.lan,
    await t.draft(t.lan, { ...gii2026, obsComVi: "Tỷ lệ theo điều tra", obsComEn: "By survey" }),
  );
  expect((await t.review(t.hoa, made, { approve: "all" })).status).toBe(200);
  const csv = await (await t.get("/observations.csv?indicator=GII_RANK&area=VNM&from=2026")).text();
  expect(csv).toContain("Tỷ lệ");
  const run = await read(t.lan.post("/submissions/dry-run", csv.normalize("NFD"), { "content-type": "text/csv" }));
  expect(run.counts).toEqual({ new: 0, changed: 0, unchanged: 1, refused: 0 });
});
