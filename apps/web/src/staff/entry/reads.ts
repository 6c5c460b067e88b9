import type { Lang } from "@moc2030/shared/text/lang";
import { type Answer, paths, staffRead } from "../session/client.ts";

export type Grid = Answer<typeof paths.entry.grid.$get>;
export type GridRow = Grid["items"][number];
export type Cell = GridRow["cells"][number];
export type EntryFigure = Answer<typeof paths.entry.figure.$get>;

/** What a table would bring. */
export type DryRun = Answer<(typeof paths.submissions)["dry-run"]["$post"]>;

/** Indicator × year: what is entered, due, and in whose hands. */
export const gridRead = (lang: Lang) => staffRead(paths.entry.grid, { query: { lang } });

/** One figure with what its form is filled and checked with. */
export const figureRead = (lang: Lang, indicator: string, year: number, compiler?: string, area?: string) =>
  staffRead(paths.entry.figure, {
    query: { lang, indicator, year: String(year), ...(compiler && { compiler }), ...(area && { area }) },
  });

/** Figures whose source is still the press: a better one is wanted. */
export const pressRead = () => staffRead(paths.entry["press-sources"]);
