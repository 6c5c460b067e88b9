import { createHash } from "node:crypto";
import { parse } from "csv-parse/sync";
import { unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { testApp } from "../app.fixture.ts";

const { get } = await testApp({ origin: "https://moc2030.example.vn" });

async function bundle(query: string) {
  const files = unzipSync(new Uint8Array(await (await get(`/observations.zip?${query}`)).arrayBuffer()));
  const text = (name: string) => Buffer.from(files[name] as Uint8Array).toString("utf8");
  return { files, text, descriptor: JSON.parse(text("datapackage.json")) };
}
type Field = { name: string; type: string; constraints?: { required: boolean } };
type Resource = {
  name: string;
  path: string;
  bytes: number;
  hash: string;
  schema: {
    fields: Field[];
    primaryKey: string[];
    missingValues: string[];
    foreignKeys?: { fields: string[]; reference: { resource: string; fields: string[] } }[];
  };
};
const cells = (text: string) => parse(text, { columns: true }) as Record<string, string>[];

/** Lexical forms of Table Schema types. */
const forms: Record<string, RegExp> = {
  string: /^/,
  number: /^-?(\d+(\.\d+)?)(e-?\d+)?$/,
  integer: /^-?\d+$/,
  year: /^\d{4}$/,
  date: /^\d{4}-\d{2}-\d{2}$/,
};

describe.each([
  ["everything", "lang=vi"],
  [
    "every revision with targets and names",
    "indicator=DIGITAL_ECONOMY_GDP,GCI_SCORE&history=true&include=target&labels=both&lang=en",
  ],
  ["nothing", "indicator=FIBRE_COMMUNES"],
  ["before the first release", "asOf=1990-01-01"],
])("the bundle of %s", async (_name, query) => {
  const { files, text, descriptor } = await bundle(query);
  const resources: Resource[] = descriptor.resources;

  test("has the five files, README first", () => {
    expect(Object.keys(files)).toEqual(["README.md", "datapackage.json", "data.csv", "sources.csv", "targets.csv"]);
  });
  // Rules of https://datapackage.org/profiles/2.0: required properties, patterns of names, paths and hashes.
  test("has a valid Data Package v2 descriptor", () => {
    expect(descriptor.$schema).toBe("https://datapackage.org/profiles/2.0/datapackage.json");
    expect(descriptor.name).toMatch(/^[a-z0-9._/-]+$/);
    if (descriptor.created) expect(descriptor.created).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/);
    for (const licence of descriptor.licenses ?? [{ path: "https://x" }]) expect(licence.path).toMatch(/^https?:\/\//);
    for (const source of descriptor.sources) {
      expect(source.title.length).toBeGreaterThan(0);
      if (source.path) expect(source.path).toMatch(/^https?:\/\//);
    }
    expect(descriptor.keywords.length).toBeGreaterThan(0);
    expect(new Set(resources.map((r) => r.name)).size).toBe(resources.length);
    for (const resource of resources) {
      expect(resource.path).toMatch(/^[^./~][^:\\]*$/);
      expect(resource.hash).toMatch(/^[^:]+:[a-fA-F0-9]+$/);
      expect(resource.schema.missingValues).toEqual([""]);
      for (const { type } of resource.schema.fields) expect(Object.keys(forms)).toContain(type);
    }
  });
  test.each(resources)(
    "describes $path correctly: bytes, hash, columns, types, keys",
    ({ path, bytes, hash, schema }) => {
      const file = files[path] as Uint8Array;
      expect(file.length).toBe(bytes);
      expect(hash).toBe(`sha256:${createHash("sha256").update(file).digest("hex")}`);
      expect(text(path).split("\r\n")[0]).toBe(schema.fields.map((f) => f.name).join(","));
      const rows = cells(text(path));
      for (const field of schema.fields)
        for (const row of rows) {
          const cell = row[field.name] as string;
          if (cell === "") expect(field.constraints?.required ?? false).toBe(false);
          else if (!forms[field.type]?.test(cell)) expect.fail(`${field.name} ${field.type}: ${cell}`);
        }
      const keys = rows.map((row) => schema.primaryKey.map((k) => row[k]).join("\u0000"));
      expect(new Set(keys).size).toBe(keys.length);
      for (const { fields, reference } of schema.foreignKeys ?? []) {
        const target = resources.find((r) => r.name === reference.resource) as Resource;
        const known = new Set(cells(text(target.path)).map((row) => row[reference.fields[0] as string]));
        for (const row of rows) expect(known).toContain(row[fields[0] as string]);
      }
    },
  );
  test("has a README with filters, release, terms, citation, editions and every column", () => {
    const readme = text("README.md");
    for (const name of ["indicator", "area", "from", "history", "include", "release", "asOf"])
      expect(readme).toContain(`- \`${name}\`: `);
    for (const { name } of resources[0]?.schema.fields ?? []) expect(readme).toMatch(new RegExp(`- \`${name}\`: .{5}`));
    expect(readme).toContain("https://moc2030.example.vn/api/v1/observations.zip?");
    expect(readme).toContain("Apache-2.0");
    for (const { title } of descriptor.licenses ?? []) expect(readme).toContain(title);
    expect(readme).not.toMatch(/undefined|null|NaN/);
  });
});

test("the data of a bundle are the CSV file as of its release, with the next edition expected then", async () => {
  const { text, descriptor } = await bundle("indicator=EGDI_RANK&release=30&lang=en");
  expect(text("data.csv")).toBe(await (await get("/observations.csv?indicator=EGDI_RANK&release=30&lang=en")).text());
  expect([descriptor.version, descriptor.id]).toEqual([
    "30",
    "https://moc2030.example.vn/api/v1/observations.zip?indicator=EGDI_RANK&lang=en&release=30",
  ]);
  const [, last, , next] = /\| EGDI_RANK [^|]*\| (\d{4}) \| (\S+) \| (\d{4}) \|/.exec(text("README.md")) ?? [];
  expect(Number(next)).toBe(Number(last) + 2);
});
