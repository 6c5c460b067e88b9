import type { Compiler, IndicatorDefinition } from "@moc2030/shared/schema/indicator";
import type { ReleaseRef } from "@moc2030/shared/schema/release";
import type { Source } from "@moc2030/shared/schema/source";
import type { TargetDefinition } from "@moc2030/shared/schema/target";
import { dayInVietNam } from "@moc2030/shared/text/date";
import type { Lang } from "@moc2030/shared/text/lang";
import type { Db } from "../db/database.ts";
import { listDefinitions } from "../definitions/queries.ts";
import type { Format } from "../http/formats.ts";
import { apiUrl, permalinkParams, type UrlQuery } from "../observations/link.ts";
import type { ReadPoint } from "../observations/read-point.ts";
import { type Editions, editionsOf } from "./editions.ts";
import type { PageOfRows } from "./paged.ts";
import { citedBy, type ObservationFilter } from "./rows.ts";
import { TITLE } from "./words.ts";

/**
 * A request for figures. `query` excludes `release` and `asOf`, which are in `when`; `dated`: the result depends on the
 * reference date; `origin` is the public origin.
 */
export type FileRequest = {
  db: Db;
  at: ReadPoint;
  envelope: { release: ReleaseRef | null; notice?: string };
  filter: ObservationFilter;
  dated: boolean;
  query: UrlQuery;
  when: { release?: number | undefined; asOf?: string | undefined };
  format: Format;
  origin: string;
  decimalComma: boolean;
  bom: boolean;
  /** JSON alone. */
  page?: PageOfRows | undefined;
};

/**
 * The metadata of a file and the definitions its figures rest on. A function of query and release and, with
 * `referenceDate`, of that day.
 */
export type About = {
  lang: Lang;
  title: string;
  release: { id: number; day: string; publishedAt: string } | null;
  referenceDate: string | null;
  /** Every parameter and its value, null if absent. */
  filters: [name: string, value: string | null][];
  /** Permalink. */
  link: string;
  citation: string;
  indicators: (IndicatorDefinition & { editions: Editions })[];
  compilers: Compiler[];
  sources: Source[];
  targets: TargetDefinition[];
};

const parameters = ["indicator", "compiler", "area", "from", "to", "history", "include", "labels", "lang"];

/** Citation of the data with release and permalink. */
function citationOf(lang: Lang, release: About["release"], link: string): string {
  if (!release) return `${TITLE[lang]}. ${link}`;
  return lang === "en"
    ? `${TITLE.en}, release ${release.id} of ${release.day}. ${link}`
    : `${TITLE.vi}, đợt cập nhật ${release.id} ngày ${release.day}. ${link}`;
}

/** The metadata of a file of figures. */
export async function aboutFile({ db, at, filter, dated, query, when, format, origin }: FileRequest): Promise<About> {
  const { lang } = filter;
  const id = at.release?.id ?? null;
  const cited = await citedBy(db, at, filter);
  const release = at.release && {
    ...at.release,
    day: dayInVietNam(new Date(at.release.publishedAt)),
  };
  const link = apiUrl(origin, `/observations.${format}`, {
    ...query,
    ...(when.release ? when : permalinkParams(at, dated)),
  });
  const indicators = (await listDefinitions(db, "indicator", id)).filter((i) => cited.indicators.has(i.code));
  const targets = (await listDefinitions(db, "target", id)).filter(
    (t) => cited.indicators.has(t.indicator) && t.inForceFrom <= at.referenceDate,
  );
  const read = new Set([...cited.sources, ...targets.map((t) => t.source)]);
  // With the release that was resolved, so that the permalink returns the same bytes.
  const found: UrlQuery = { ...query, release: at.release?.id, asOf: dated ? at.referenceDate : undefined };
  return {
    lang,
    title: TITLE[lang],
    release,
    referenceDate: dated ? at.referenceDate : null,
    filters: [...parameters, "release", "asOf"].map((name) => [
      name,
      found[name] === undefined ? null : String(found[name]),
    ]),
    link,
    citation: citationOf(lang, release, link),
    indicators: await Promise.all(indicators.map(async (i) => ({ ...i, editions: await editionsOf(db, at, i) }))),
    compilers: (await listDefinitions(db, "compiler", id)).filter((c) => cited.compilers.has(c.code)),
    sources: (await listDefinitions(db, "source", id)).filter((s) => read.has(s.id)),
    targets,
  };
}
