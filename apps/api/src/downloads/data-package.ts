import { createHash } from "node:crypto";
import type { Table } from "../http/table.ts";
import type { About } from "./about.ts";
import { columnWords, LICENCE } from "./words.ts";

const PROFILES = "https://datapackage.org/profiles/2.0";

/** A CSV file of a bundle; `key` is its primary key, `refersTo` its foreign keys. */
export type PackagedFile = {
  name: string;
  title: string;
  body: Buffer;
  fields: { name: string; type: string; description?: string }[];
  key: string[];
  refersTo?: { field: string; resource: string; key: string }[];
};

/** The fields of the figures, with Table Schema types. */
export const figureFields = (columns: string[], { lang }: About) =>
  columns.map((name) => {
    const known = columnWords[name];
    return { name, type: known?.type ?? "string", ...(known && { description: known.words[lang] }) };
  });

/** The fields of a reference table. */
export const tableFields = ({ columns }: Table) =>
  columns.map(({ name, as }) => ({ name, type: as === "number" ? "number" : "string" }));

function resource({ name, title, body, fields, key, refersTo }: PackagedFile) {
  return {
    $schema: `${PROFILES}/dataresource.json`,
    name,
    type: "table",
    title,
    path: `${name}.csv`,
    format: "csv",
    mediatype: "text/csv",
    encoding: "utf-8",
    bytes: body.length,
    hash: `sha256:${createHash("sha256").update(body).digest("hex")}`,
    dialect: { $schema: `${PROFILES}/tabledialect.json`, delimiter: ",", lineTerminator: "\r\n", header: true },
    schema: {
      $schema: `${PROFILES}/tableschema.json`,
      fields: fields.map((field) => ({
        ...field,
        ...(key.includes(field.name) && { constraints: { required: true } }),
      })),
      missingValues: [""],
      primaryKey: key,
      ...(refersTo && {
        foreignKeys: refersTo.map((r) => ({
          fields: [r.field],
          reference: { resource: r.resource, fields: [r.key] },
        })),
      }),
    },
  };
}

/** The descriptor `datapackage.json` (Data Package v2); version and date are the release's. */
export function dataPackage(about: About, files: PackagedFile[]): string {
  const descriptor = {
    $schema: `${PROFILES}/datapackage.json`,
    name: "moc2030-observations",
    id: about.link,
    title: about.title,
    description: `${about.citation}\n\n${LICENCE[about.lang]}`,
    version: String(about.release?.id ?? 0),
    ...(about.release && { created: about.release.publishedAt }),
    ...(about.compilers.length > 0 && {
      licenses: about.compilers.map((c) => ({ path: c.url, title: c.terms[about.lang] })),
      contributors: about.compilers.map((c) => ({ title: c.name[about.lang], path: c.url, roles: ["creator"] })),
    }),
    sources: about.sources.map((s) => ({
      title: [s.title, s.publisher].join(". "),
      ...(s.url && /^https?:\/\//.test(s.url) && { path: s.url }),
    })),
    keywords: ["Viet Nam", "2289/QĐ-TTg", ...about.indicators.map((i) => i.code)],
    resources: files.map(resource),
  };
  return `${JSON.stringify(descriptor, null, 2)}\n`;
}
