import type { Lang } from "@moc2030/shared/text/lang";
import { type Answer, paths, staffRead } from "../session/client.ts";

export type Grid = Answer<typeof paths.entry.grid.$get>;
export type GridRow = Grid["items"][number];
export type Cell = GridRow["cells"][number];
export type EntryFigure = Answer<typeof paths.entry.figure.$get>;

/** Result of a dry run. */
export type DryRun = Answer<(typeof paths.submissions)["dry-run"]["$post"]>;

/** A workbook as text, and how it was read. */
export type WorkbookTable = Answer<typeof paths.submissions.table.$post>;
export type WorkbookRead = NonNullable<WorkbookTable["workbook"]>;

/** Entry state of every indicator and year. */
export const gridRead = (lang: Lang) => staffRead(paths.entry.grid, { query: { lang } });

/** One figure with everything that its form needs. */
export const figureRead = (lang: Lang, indicator: string, year: number, compiler?: string, area?: string) =>
  staffRead(paths.entry.figure, {
    query: { lang, indicator, year: String(year), ...(compiler && { compiler }), ...(area && { area }) },
  });

/** What a figure is seen against while it is entered. */
export const figurePastRead = (indicator: string, year: number, compiler: string | null, area: string) =>
  staffRead(paths.entry.past, { query: { indicator, year: String(year), area, ...(compiler && { compiler }) } });

/** The editions that are due. */
export const publicationsRead = (lang: Lang) => staffRead(paths.entry.publications, { query: { lang } });

export type WantedRows = Answer<typeof paths.entry.wanted.$get>;
/** What is wanted of a publication, or of a body by a day. */
export const wantedRead = (lang: Lang, of: { publication: string } | { body: string; by?: string }) =>
  staffRead(paths.entry.wanted, { query: { lang, ...of } });

export type Enquiry = Answer<typeof paths.enquiries.$get>["items"][number];
/** What bodies were asked for by letter, newest first. */
export const enquiriesRead = (lang: Lang) => staffRead(paths.enquiries, { query: { lang } });

/** Figures whose only source is the press. */
export const pressRead = () => staffRead(paths.entry["press-sources"]);

/** The targets of the Strategy's own document, with what of them was read in the signed text. */
export const verbatimRead = () => staffRead(paths.entry.verbatim);
