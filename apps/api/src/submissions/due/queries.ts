import { membersOn } from "@moc2030/shared/assess/group";
import { isInCareOf } from "@moc2030/shared/due/care";
import { wantedBy, wantedYears } from "@moc2030/shared/due/closings";
import { dueBy, requestBy } from "@moc2030/shared/due/due";
import { editionName } from "@moc2030/shared/due/edition-name";
import { COUNTRY } from "@moc2030/shared/figure/country";
import { type FigureKey, keyText, type PublishedFigure } from "@moc2030/shared/figure/figure";
import { yearRanges } from "@moc2030/shared/figure/year-ranges";
import type { IndicatorDefinition } from "@moc2030/shared/schema/indicator";
import { shortCompiler } from "@moc2030/shared/text/compiler-name";
import { dayInVietNam } from "@moc2030/shared/text/date";
import type { Lang } from "@moc2030/shared/text/lang";
import type { Db } from "../../db/database.ts";
import { listDefinitions } from "../../definitions/queries.ts";
import { figuresAt, NEWEST } from "../../observations/figures-at.ts";
import { newestReleaseId } from "../../observations/read-point.ts";
import { entryGrid } from "../entry/queries.ts";
import type { Reader } from "../visibility.ts";

type GridRow = Awaited<ReturnType<typeof entryGrid>>[number];
/** A figure of the country that is wanted, with its indicator's row of the grid. */
type Wanted = {
  row: GridRow;
  cell: Cell;
  definition: IndicatorDefinition;
  last: Last | null;
  /** Where the country's figure is in: the neighbours that are missing. */
  left?: readonly string[];
};
type Cell = GridRow["cells"][number];
type Last = Pick<PublishedFigure, "timePeriod" | "value" | "rankPool" | "edition" | "obsStatus">;

/** The other members of the country's groups, sorted. */
async function listNeighbours(db: Db, today: string) {
  const areas = await listDefinitions(db, "area", await newestReleaseId(db));
  const groups = areas.map(({ members }) => membersOn(members, today)).filter((codes) => codes.includes(COUNTRY));
  const codes = [...new Set(groups.flat())].filter((code) => code !== COUNTRY).sort();
  return codes.map((code) => ({ code, name: areas.find((area) => area.code === code)?.name }));
}

/**
 * Of each series whose newest figure of the country is in, that year, where it lacks a neighbour that the edition
 * before had: the publication is not all in.
 */
async function listBegun(db: Db, lang: Lang, reader: Reader): Promise<Wanted[]> {
  const today = dayInVietNam(reader.now);
  const release = await newestReleaseId(db);
  const definitions = new Map((await listDefinitions(db, "indicator", release)).map((one) => [one.code, one]));
  const neighbours = (await listNeighbours(db, today)).map(({ code }) => code);
  const found: Wanted[] = [];
  for (const row of await entryGrid(db, wantedYears(today), today, lang, reader)) {
    const definition = definitions.get(row.indicator);
    const [newest, before] = row.cells.filter(({ grade }) => grade !== null).reverse();
    if (!definition?.schedule || !newest || !before || newest.wanted !== null) continue;
    const { indicator, compiler } = row;
    const figures = await figuresAt(db, NEWEST, { indicator, compiler, refArea: [COUNTRY, ...neighbours] }, AREA_LAST);
    const of = (area: string, { timePeriod }: Cell) =>
      figures.find((one) => one.refArea === area && one.timePeriod === timePeriod);
    const left = neighbours.filter((area) => of(area, before)?.value != null && !of(area, newest));
    if (left.length === 0) continue;
    const by = dueBy(definition.schedule, newest.timePeriod);
    const wantedState = by < today ? ("overdue" as const) : ("due" as const);
    const cell = { ...newest, wanted: "figure" as const, wantedState, dueBy: by };
    cell.requestBy = requestBy(definition.schedule, by);
    found.push({ row, cell, definition, last: of(COUNTRY, newest) ?? null, left });
  }
  return found;
}

/** What is wanted by a day, by default the reader's: due, overdue, to be asked for or expected by then; `ever` for all. */
async function listWanted(db: Db, lang: Lang, reader: Reader, by?: string): Promise<Wanted[]> {
  const today = dayInVietNam(reader.now);
  const release = await newestReleaseId(db);
  const definitions = new Map((await listDefinitions(db, "indicator", release)).map((one) => [one.code, one]));
  const found: Wanted[] = [];
  for (const row of await entryGrid(db, wantedYears(today), today, lang, reader)) {
    const definition = definitions.get(row.indicator);
    const cells = by === "ever" ? row.cells.filter(({ wanted }) => wanted !== null) : wantedBy(row.cells, by ?? today);
    if (!definition || cells.length === 0) continue;
    const { indicator, compiler } = row;
    const figures = await figuresAt(db, NEWEST, { indicator, compiler, refArea: COUNTRY }, LAST);
    for (const cell of cells) found.push({ row, cell, definition, last: lastBefore(figures, cell.timePeriod) });
  }
  return found;
}
const LAST = ["timePeriod", "value", "rankPool", "edition", "obsStatus"] as const;
const AREA_LAST = ["refArea", ...LAST] as const;

/** The newest figure of a series up to a year, that year included. */
const lastBefore = <F extends { timePeriod: number; value: string | null }>(figures: readonly F[], year: number) =>
  figures.filter(({ timePeriod, value }) => value !== null && timePeriod <= year).at(-1) ?? null;

/** The name of the edition in which a wanted figure will be; null where its publisher does not bring out editions. */
const editionOf = ({ cell, last }: Wanted) =>
  last && editionName({ name: last.edition, timePeriod: last.timePeriod }, cell.timePeriod);

const slug = (text: string) =>
  text
    .normalize("NFD")
    .replace(/[^A-Za-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .toUpperCase();
/** The id of the publication that a wanted figure will be in: an edition, or all that its publisher has not given. */
const publicationOf = (wanted: Wanted): string => {
  const edition = editionOf(wanted);
  return edition ? `${wanted.row.compiler}-${slug(edition)}` : wanted.row.compiler;
};

/** The publications that are due, with what is wanted of each; the one that is longest overdue first. */
export async function listPublications(db: Db, lang: Lang, reader: Reader) {
  const byId = new Map<string, Wanted[]>();
  for (const one of [...(await listWanted(db, lang, reader)), ...(await listBegun(db, lang, reader))])
    byId.set(publicationOf(one), [...(byId.get(publicationOf(one)) ?? []), one]);
  const publications = [];
  for (const [id, wanted] of byId) {
    const first = wanted[0] as Wanted;
    const years = [...new Set(wanted.map(({ cell }) => cell.timePeriod))].sort();
    const edition = editionOf(first);
    const { compiler, publisher, link } = first.row;
    publications.push({
      ...{ id, edition, compiler, publisher, link, years },
      title:
        edition ??
        `${shortCompiler(publisher)}, ${yearRanges(years)
          .map((ends) => ends.join("–"))
          .join(", ")}`,
      dueBy: wanted.map(({ cell }) => cell.dueBy ?? "").sort()[0] ?? null,
      isOverdue: wanted.some(({ cell }) => cell.wantedState === "overdue"),
      indicators: [...new Map(wanted.map(({ row }) => [row.indicator, row.name]))].map(([code, name]) => ({
        code,
        name,
      })),
      rows: (await rowsOf(db, wanted, lang, reader)).length,
    });
  }
  return publications.sort((a, b) => ((a.dueBy ?? "9") < (b.dueBy ?? "9") ? -1 : 1));
}

/** What a table of wanted figures is of: a publication, what a body answers for, what is in a person's care, or given figures. */
export type Selection =
  | { readonly publication: string }
  | { readonly body: string; readonly by?: string | undefined }
  | { readonly person: { readonly id: string; readonly body: string | null } }
  | { readonly keys: readonly FigureKey[] };

function isSelected(selection: Selection): (wanted: Wanted) => boolean {
  if ("publication" in selection) return (wanted) => publicationOf(wanted) === selection.publication;
  if ("body" in selection) return ({ row }) => row.bodies.some(({ id }) => id === selection.body);
  if ("person" in selection) {
    const { person } = selection;
    return ({ row }) => isInCareOf(person, row);
  }
  const keys = new Set(selection.keys.map(keyText));
  return ({ row, cell }) => keys.has(keyText({ ...row, refArea: COUNTRY, timePeriod: cell.timePeriod }));
}

/** The rows of a table of wanted figures: indicator × area × year. Areas other than the country's in a publication only. */
export async function selectRows(db: Db, selection: Selection, lang: Lang, reader: Reader) {
  const by = "keys" in selection ? "ever" : "body" in selection ? selection.by : undefined;
  const begun = "publication" in selection ? await listBegun(db, lang, reader) : [];
  const wanted = [...(await listWanted(db, lang, reader, by)), ...begun].filter(isSelected(selection));
  return "publication" in selection ? rowsOf(db, wanted, lang, reader) : wanted.map((one) => rowOf(one, null, lang));
}
export type WantedRow = Awaited<ReturnType<typeof selectRows>>[number];

function rowOf(wanted: Wanted, area: { code: string; name: string; last: Last | null } | null, lang: Lang) {
  const { row, cell, definition } = wanted;
  const { unit, decimals, range, valueKind } = definition;
  const last = area ? area.last : wanted.last;
  return {
    ...{ indicator: row.indicator, compiler: row.compiler, timePeriod: cell.timePeriod, name: row.name },
    ...{ refArea: area?.code ?? COUNTRY, areaName: area?.name ?? null },
    ...{ unit: unit[lang], decimals, range, valueKind, edition: editionOf(wanted) },
    ...{ wanted: area ? ("figure" as const) : cell.wanted, state: cell.wantedState },
    ...{ dueBy: cell.dueBy, requestBy: cell.requestBy },
    compiledBy: row.bodies.flatMap(({ id, compiles }) => (compiles ? [id] : [])),
    last: last && { timePeriod: last.timePeriod, value: last.value, rankPool: last.rankPool },
  };
}

/**
 * The rows of a publication: the country where it is missing, and beside it the members of its groups where the publisher ever had a figure
 * of one of them and has none for that year yet.
 */
async function rowsOf(db: Db, wanted: readonly Wanted[], lang: Lang, { now }: Reader) {
  const today = dayInVietNam(now);
  const neighbours = await listNeighbours(db, today);
  const codes = neighbours.map(({ code }) => code);
  const rows = [];
  for (const one of wanted) {
    if (!one.left) rows.push(rowOf(one, null, lang));
    const { indicator, compiler } = one.row;
    const figures = await figuresAt(db, NEWEST, { indicator, compiler, refArea: codes }, AREA_LAST);
    if (figures.length === 0) continue;
    for (const { code, name } of neighbours) {
      if (one.left && !one.left.includes(code)) continue;
      const own = figures.filter(({ refArea }) => refArea === code);
      if (own.some(({ timePeriod }) => timePeriod === one.cell.timePeriod)) continue;
      rows.push(rowOf(one, { code, name: name?.[lang] ?? code, last: lastBefore(own, one.cell.timePeriod) }, lang));
    }
  }
  return rows;
}
