import { lastDay } from "@moc2030/shared/text/date";
import { revisionColumns } from "../db/figure-columns.ts";
import type { observationRevision } from "../db/schema.ts";
import type { DefinitionKind, SeedFiles } from "./files.ts";

/** A definition revision to insert; `body` is JSON. */
export type DefinitionRow = { kind: DefinitionKind; id: string; body: string | null };
/** An observation revision to insert. */
export type ObservationRow = Omit<typeof observationRevision.$inferSelect, "releaseId">;
/** What was published on one day. */
export type SeedRelease = {
  day: string;
  reasonVi: string;
  reasonEn: string;
  definitions: DefinitionRow[];
  observations: ObservationRow[];
};

/** The note that a publication day is approximate, as exports require ("~"). */
function approximateDate(published: string | null): { vi: string; en: string } | null {
  if (published === null) return { vi: "~ không rõ ngày công bố", en: "~ date of publication unknown" };
  if (published.length === 4)
    return { vi: `~ ngày công bố: chỉ biết năm ${published}`, en: `~ published: only the year ${published} is known` };
  if (published.length === 7) {
    const [year, month] = published.split("-");
    return {
      vi: `~ ngày công bố: chỉ biết tháng ${Number(month)}/${year}`,
      en: `~ published: only the month ${published} is known`,
    };
  }
  return null;
}

const joined = (...parts: (string | null | undefined)[]) => parts.filter(Boolean).join("; ") || null;

type Row = SeedFiles["observation"][number];
/** What a stored column holds where it is not the cell of the same name. */
const DERIVED: Record<string, (row: Row) => unknown> = {
  INDICATOR: (row) => row.indicator,
  OBS_STATUS: (row) => row.OBS_STATUS.join(";"),
  PUBLISHED: (row) => row.PUBLISHED && lastDay(row.PUBLISHED),
  PUBLISHED_PRECISION: (row) => row.PUBLISHED && (["year", "month"][(row.PUBLISHED.length - 4) / 3] ?? "day"),
  OBS_COM_VI: (row) => joined(row.OBS_COM_VI, approximateDate(row.PUBLISHED)?.vi),
  OBS_COM_EN: (row) => joined(row.OBS_COM_EN, approximateDate(row.PUBLISHED)?.en),
  VALUE: (row) => (row.OBS_VALUE === null ? null : Number(row.OBS_VALUE)),
};
const COLUMNS = revisionColumns().map(([property, name]) => {
  const column = name.toUpperCase();
  return [property, DERIVED[column] ?? ((row: Row) => row[column as keyof Row])] as const;
});

function observationRow(row: Row): ObservationRow {
  const compiled: Record<string, unknown> = {};
  for (const [property, read] of COLUMNS) compiled[property] = read(row);
  return compiled as ObservationRow;
}

const idOf = (item: object) => ("id" in item ? item.id : (item as { code: string }).code) as string;

/**
 * The seed as releases by day: figures on the day of their edition or statement, documents with their targets on the
 * day of issue, discontinuations on their own day.
 */
export function compileSeed(files: SeedFiles): SeedRelease[] {
  const days = new Map<
    string,
    { definitions: DefinitionRow[]; observations: ObservationRow[]; vi: Set<string>; en: Set<string> }
  >();
  const on = (day: string) => {
    const found = days.get(day) ?? { definitions: [], observations: [], vi: new Set(), en: new Set() };
    days.set(day, found);
    return found;
  };
  const define = (day: string, kind: DefinitionKind, item: object) => {
    const { place: _, ...body } = item as { place: unknown };
    on(day).definitions.push({ kind, id: idOf(item), body: JSON.stringify(body) });
  };
  const dated = files.observation.filter((row) => row.PUBLISHED !== null);
  const named = new Map(files.indicator.map((i) => [i.code, i]));

  for (const row of dated) {
    const day = on(lastDay(row.PUBLISHED as string));
    day.observations.push(observationRow(row));
    const name = named.get(row.indicator)?.shortName;
    day.vi.add(row.EDITION ?? `${name?.vi ?? row.indicator} ${row.TIME_PERIOD}`);
    day.en.add(row.EDITION ?? `${name?.en ?? row.indicator} ${row.TIME_PERIOD}`);
  }
  for (const document of files.document) {
    const day = lastDay(document.issued);
    define(day, "document", document);
    on(day).vi.add(document.number);
    on(day).en.add(document.number);
  }
  const issued = new Map(files.document.map((document) => [document.id, lastDay(document.issued)]));
  for (const target of files.target) define(target.inForceFrom, "target", target);
  for (const orientation of files.orientation)
    define(issued.get(orientation.document) as string, "orientation", orientation);
  for (const indicator of files.indicator)
    if (indicator.discontinued) {
      define(indicator.discontinued.from, "indicator", indicator);
      on(indicator.discontinued.from).vi.add(`ngừng ${indicator.shortName.vi}`);
      on(indicator.discontinued.from).en.add(`${indicator.shortName.en} discontinued`);
    }

  const known = [...days.keys()].sort();
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined) return [];
  for (const row of files.observation) if (row.PUBLISHED === null) on(last).observations.push(observationRow(row));
  for (const indicator of files.indicator)
    if (indicator.discontinued?.from !== first) define(first, "indicator", { ...indicator, discontinued: null });
  for (const kind of ["compiler", "body", "area"] as const) for (const item of files[kind]) define(first, kind, item);
  // Events, commitments and proposals make no release: they join the newest one of their day, and reads filter by date.
  for (const kind of ["milestone", "commitment", "trial"] as const)
    for (const item of files[kind]) define(known.findLast((day) => day <= lastDay(item.date)) ?? first, kind, item);
  placeSources(files, first, last, define);

  return [...days.keys()].sort().map((day) => {
    const { definitions, observations, vi, en } = on(day);
    return { day, definitions, observations, reasonVi: [...vi].sort().join(", "), reasonEn: [...en].sort().join(", ") };
  });
}

/** A source becomes known with the first item that cites it. */
function placeSources(
  files: SeedFiles,
  first: string,
  last: string,
  define: (day: string, kind: DefinitionKind, item: object) => void,
) {
  const cited = new Map<string, string>();
  const cite = (id: string | null | undefined, day: string) => {
    if (id && (cited.get(id) ?? "9") > day) cited.set(id, day);
  };
  for (const row of files.observation) cite(row.SOURCE, row.PUBLISHED ? lastDay(row.PUBLISHED) : last);
  for (const target of files.target) cite(target.source, target.inForceFrom);
  const issued = new Map(files.document.map((document) => [document.id, lastDay(document.issued)]));
  for (const document of files.document) {
    cite(document.source, lastDay(document.issued));
    cite(document.objective?.source, lastDay(document.issued));
  }
  for (const orientation of files.orientation) cite(orientation.source, issued.get(orientation.document) ?? first);
  for (const { source } of [...files.milestone, ...files.commitment, ...files.trial, ...files.area, ...files.body])
    cite(source, first);
  for (const { succession } of files.body) cite(succession?.source, first);
  for (const indicator of files.indicator) {
    const { responsible, breaks, schedule } = indicator;
    for (const item of [...responsible, ...breaks, ...(schedule?.days ?? [])]) cite(item.source, first);
    cite(indicator.discontinued?.source, indicator.discontinued?.from ?? first);
  }
  for (const source of files.source) define(cited.get(source.id) ?? last, "source", source);
}
