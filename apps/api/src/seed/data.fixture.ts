import { startOfDay } from "@moc2030/shared/text/date";
import { emptyFolder, NOW } from "../app.fixture.ts";
import { openDb } from "../audit/open.ts";
import { sealOlderReleases } from "../audit/seal.ts";
import { type Db, transaction } from "../db/database.ts";
import { release } from "../db/schema.ts";
import type { Definitions } from "../definitions/queries.ts";
import type { ObservationRow } from "./compile.ts";
import { insertDefinition, insertRevision } from "./load.ts";

const both = (vi: string, en = vi) => ({ vi, en });

/** A figure of the rank; `obsValue` is the published text. */
export const aFigure = (
  timePeriod: number,
  obsValue: string | null,
  some: Partial<ObservationRow> = {},
): ObservationRow => ({
  indicator: "GII_RANK",
  compiler: "WIPO",
  refArea: "VNM",
  timePeriod,
  obsValue,
  value: obsValue === null ? null : Number(obsValue),
  valueLimit: null,
  obsStatus: obsValue === null ? "M" : "A",
  confidence: "sourced",
  rankPool: null,
  source: "S",
  edition: null,
  published: null,
  obsComVi: null,
  obsComEn: null,
  publishedPrecision: null,
  ...some,
});

/** Everything that other entries refer to: compilers, areas, a body, a document and its source. */
const WORLD: Partial<{ [K in keyof Definitions]: Definitions[K][] }> = {
  compiler: ["WIPO", "NSO"].map((code) => ({
    code,
    name: both(code),
    former: null,
    url: `https://${code.toLowerCase()}.example`,
    terms: both("Mở", "Open"),
  })),
  area: ["VNM", "SGP", "THA"].map((code) => ({
    code,
    name: both(code),
    kind: "economy" as const,
    members: [],
    source: null,
  })),
  body: ["MPI", "MOF"].map((id) => ({ id, name: both(id), from: null, to: null, successor: null, source: null })),
  document: [
    {
      id: "D2289",
      number: "2289/QĐ-TTg",
      title: both("Chiến lược", "Strategy"),
      issuer: both("Thủ tướng", "Prime Minister"),
      issued: "2020-12-31",
      url: null,
      source: "S",
      strategy: true,
      signedTextRead: true,
      implements: null,
      objective: null,
      note: null,
    },
  ],
  source: [
    {
      id: "S",
      title: "A source",
      publisher: "WIPO",
      date: null,
      url: "https://wipo.example/gii",
      kind: "primary",
      extent: "whole",
      note: null,
    },
  ],
};

/** A release: when it was published (a day in Viet Nam, or an instant) and its content. */
export type TestRelease = {
  at: string;
  figures?: ObservationRow[];
  define?: Partial<{ [K in keyof Definitions]: Definitions[K][] }>;
};

const idOf = (item: object) => ("id" in item ? item.id : (item as { code: string }).code) as string;

/** A database with exactly these releases, sealed; the first also contains WORLD. */
export async function builtDb(...releases: TestRelease[]): Promise<Db> {
  const db = await openDb(`${emptyFolder()}/moc2030.sqlite`, NOW);
  await transaction(db, async (tx) => {
    for (const [index, { at, figures = [], define = {} }] of releases.entries()) {
      const id = index + 1;
      const publishedAt = at.length === 10 ? startOfDay(at) : at;
      const reasons = { reasonVi: `Lần ${id}`, reasonEn: `Number ${id}` };
      await tx.orm.insert(release).values({ id, publishedAt, origin: "seed", ...reasons });
      for (const definitions of index === 0 ? [WORLD, define] : [define])
        for (const [kind, items] of Object.entries(definitions))
          for (const item of items) {
            const body = JSON.stringify(item);
            await tx.run(insertDefinition, { kind, id: idOf(item), releaseId: id, body });
          }
      for (const row of figures) await tx.run(insertRevision, { ...row, releaseId: id });
    }
    await sealOlderReleases(tx, releases.at(-1)?.at ?? "");
  });
  return db;
}
