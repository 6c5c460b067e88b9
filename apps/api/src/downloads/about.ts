import { dayInVietNam } from "@moc2030/shared/date";
import type { Compiler, IndicatorDefinition } from "@moc2030/shared/indicator";
import type { ReleaseRef } from "@moc2030/shared/release";
import type { Source } from "@moc2030/shared/source";
import type { TargetDefinition } from "@moc2030/shared/target";
import type { Lang } from "@moc2030/shared/text";
import type { Db } from "../db/database.ts";
import { listDefinitions } from "../definitions/queries.ts";
import type { Format } from "../http/formats.ts";
import { type AddressQuery, address, pinned } from "../observations/link.ts";
import type { At } from "../observations/read-point.ts";
import { type Editions, editionsOf } from "./editions.ts";
import { citedBy, type ObservationFilter } from "./rows.ts";
import { TITLE } from "./words.ts";

/** A request for figures in some format. `query` is what was asked for without `release` and `asOf`, which are in `when`; `dated` says that the answer depends on the reference date; `origin` is the server's public address. */
export type FileRequest = {
  db: Db;
  at: At;
  head: { release: ReleaseRef | null; notice?: string };
  filter: ObservationFilter;
  dated: boolean;
  query: AddressQuery;
  when: { release?: number | undefined; asOf?: string | undefined };
  format: Format;
  origin: string;
  decimalComma: boolean;
  bom: boolean;
};

/** All that a file says of itself, and the definitions that its figures rest on. A function of (query, release) and, where `referenceDate` is given, of that day. */
export type About = {
  lang: Lang;
  title: string;
  release: { id: number; day: string; publishedAt: string } | null;
  referenceDate: string | null;
  /** Every parameter with what was asked for, null where nothing was. */
  filters: [name: string, value: string | null][];
  /** Gives the same file for ever. */
  link: string;
  citation: string;
  indicators: (IndicatorDefinition & { editions: Editions })[];
  compilers: Compiler[];
  sources: Source[];
  targets: TargetDefinition[];
};

const parameters = ["indicator", "compiler", "area", "from", "to", "history", "include", "labels", "lang"];

/** A sentence that names the data, its release and where to find it. */
function citationOf(lang: Lang, release: About["release"], link: string): string {
  if (!release) return `${TITLE[lang]}. ${link}`;
  return lang === "en"
    ? `${TITLE.en}, release ${release.id} of ${release.day}. ${link}`
    : `${TITLE.vi}, đợt cập nhật ${release.id} ngày ${release.day}. ${link}`;
}

/** What a file of figures says of itself. */
export async function aboutFile({ db, at, filter, dated, query, when, format, origin }: FileRequest): Promise<About> {
  const { lang } = filter;
  const id = at.release?.id ?? null;
  const cited = await citedBy(db, at, filter);
  const release = at.release && {
    ...at.release,
    day: dayInVietNam(new Date(at.release.publishedAt)),
  };
  const link = address(origin, `/observations.${format}`, { ...query, ...(when.release ? when : pinned(at, dated)) });
  const indicators = (await listDefinitions(db, "indicator", id)).filter((i) => cited.indicators.has(i.code));
  const targets = (await listDefinitions(db, "target", id)).filter(
    (t) => cited.indicators.has(t.indicator) && t.inForceFrom <= at.referenceDate,
  );
  const read = new Set([...cited.sources, ...targets.map((t) => t.source)]);
  // The release as it was found, not as it was asked for: the permanent link gives the same bytes as the request.
  const found: AddressQuery = { ...query, release: at.release?.id, asOf: dated ? at.referenceDate : undefined };
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
