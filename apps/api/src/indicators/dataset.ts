import { dayInVietNam } from "@moc2030/shared/text/date";
import type { Lang } from "@moc2030/shared/text/lang";
import type { Db } from "../db/database.ts";
import { findDefinition, listDefinitions } from "../definitions/queries.ts";
import { citedBy } from "../downloads/rows.ts";
import { TITLE } from "../downloads/words.ts";
import { type Format, formats, mediaType } from "../http/formats.ts";
import { apiUrl, permalinkParams } from "../observations/link.ts";
import type { ReadPoint } from "../observations/read-point.ts";
import { coverage } from "./queries.ts";

function placeName(others: number, lang: Lang): string {
  if (others < 1) return lang === "en" ? "Viet Nam" : "Việt Nam";
  return lang === "en" ? `Viet Nam and ${others} other economies` : `Việt Nam và ${others} nền kinh tế khác`;
}

/**
 * An indicator as a schema.org/Dataset, for search engines and reference managers; null before it was known. Links to
 * the files of the same release. `origin` is the public origin or empty.
 */
export async function datasetJsonLd(db: Db, at: ReadPoint, code: string, lang: Lang, origin: string) {
  const release = at.release?.id ?? null;
  const indicator = await findDefinition(db, "indicator", code, release);
  if (!indicator || !at.release) return null;
  const cited = await citedBy(db, at, { indicator: [code], lang });
  const covered = await coverage(db, at, code);
  const [from, to] = [Math.min(...covered.map((c) => c.from)), Math.max(...covered.map((c) => c.to))];
  const compilers = (await listDefinitions(db, "compiler", release)).filter((c) => cited.compilers.has(c.code));
  const sources = (await listDefinitions(db, "source", release)).filter((s) => cited.sources.has(s.id));
  const others = Math.max(...covered.map((c) => c.areas)) - 1;
  const day = dayInVietNam(new Date(at.release.publishedAt));
  const page = `${origin}/indicators/${code}`;
  return {
    "@context": "https://schema.org",
    "@type": "Dataset",
    "@id": `${page}#dataset`,
    identifier: code,
    name: indicator.name[lang],
    description: indicator.definition[lang],
    url: page,
    inLanguage: lang,
    version: String(at.release.id),
    dateModified: day,
    isAccessibleForFree: true,
    keywords: [code, indicator.pillar[lang], "2289/QĐ-TTg"],
    includedInDataCatalog: { "@type": "DataCatalog", name: TITLE[lang], url: `${origin}/` },
    variableMeasured: {
      "@type": "PropertyValue",
      propertyID: code,
      name: indicator.name[lang],
      unitText: indicator.unit[lang],
    },
    spatialCoverage: { "@type": "Place", name: placeName(others, lang) },
    ...(covered.length > 0 && { temporalCoverage: from === to ? String(from) : `${from}/${to}` }),
    creator: compilers.map((c) => ({ "@type": "Organization", name: c.name[lang], url: c.url })),
    license: compilers.map((c) => c.url),
    isBasedOn: sources.map((s) => ({
      "@type": "CreativeWork",
      identifier: s.id,
      name: s.title,
      publisher: { "@type": "Organization", name: s.publisher },
      ...(s.url && { url: s.url }),
    })),
    distribution: (Object.keys(formats) as Format[]).map((format) => ({
      "@type": "DataDownload",
      encodingFormat: mediaType(format),
      contentUrl: apiUrl(origin, `/observations.${format}`, { indicator: [code], lang, ...permalinkParams(at, false) }),
    })),
  };
}
