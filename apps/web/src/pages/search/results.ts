import { COUNTRY } from "@moc2030/shared/figure/country";
import type { Target } from "@moc2030/shared/schema/target";
import * as areaNames from "@moc2030/shared/text/area-names";
import type { Area, Body, IndicatorItem, LegalDocument } from "../../client/api.ts";
import type { Text } from "../../text/text.tsx";
import { areaOptions } from "../../words/area-options.ts";
import { day } from "../../words/format.ts";
import { documentName, targetText, wordingText } from "../../words/wording.ts";
import { type Findable, found } from "./match.ts";

/** One thing found: where it leads, its title, and a line about it. */
export type Result = Findable & {
  key: string;
  to: string;
  search?: Record<string, string>;
  hash?: string;
  line: string;
};
const GROUPS = ["indicators", "targets", "documents", "bodies", "areas"] as const;
/** What of one kind was found, best first: at most `MOST` of `n`. */
export type Group = { id: (typeof GROUPS)[number]; n: number; results: Result[] };
const MOST = 20;

/** The lists that are searched, in the page's language. */
export type Lists = {
  indicators: readonly IndicatorItem[];
  targets: readonly Target[];
  documents: readonly LegalDocument[];
  bodies: readonly Body[];
  areas: readonly Area[];
};
/** Names in the other language, by the list and the code: a reader may type either. */
export type OtherNames = (list: "indicators" | "documents" | "bodies", code: string) => readonly string[];

/** What a query finds in each list; a list in which it finds nothing is left out. */
export function search(query: string, lists: Lists, other: OtherNames, text: Text): Group[] {
  const items: Record<Group["id"], Result[]> = itemsOf(lists, other, text);
  return GROUPS.flatMap((id) => {
    const results = found(items[id], query);
    return results.length > 0 ? [{ id, n: results.length, results: results.slice(0, MOST) }] : [];
  });
}

function itemsOf({ indicators, targets, documents, bodies, areas }: Lists, other: OtherNames, text: Text) {
  const { say, lang } = text;
  const groups = new Set(areas.flatMap(({ code, kind }) => (kind === "group" ? [code] : [])));
  // A group has the country in it already.
  const comparedWith = (code: string) => (groups.has(code) || code === COUNTRY ? code : `${COUNTRY},${code}`);
  const name = (document: LegalDocument) => documentName(document, text);
  return {
    indicators: indicators.map(({ code, name: title, shortName, definition }) => ({
      ...{ key: code, to: `/indicators/${code}`, title, line: definition, about: [definition] },
      also: [shortName, code, ...other("indicators", code)],
    })),
    targets: targets.flatMap((target) => {
      const indicator = indicators.find(({ code }) => code === target.indicator);
      const document = documents.find(({ id }) => id === target.document);
      if (!indicator || !document) return [];
      const bound = targetText(target, indicator.valueKind, text);
      return {
        ...{ key: target.id, to: `/indicators/${target.indicator}`, line: wordingText(target, text) },
        title: say("search.target", { indicator: indicator.shortName, year: target.year, document: name(document) }),
        also: [indicator.name, ...other("indicators", target.indicator)],
        about: [bound ?? "", target.wording.vi ?? "", target.wording.en],
      };
    }),
    documents: documents.map((document) => ({
      ...{ key: document.id, to: "/strategy", hash: `document-${document.id}` },
      ...{ title: name(document), line: document.title, also: [document.number, document.title] },
      about: [document.issuer, ...other("documents", document.id)],
    })),
    bodies: bodies.map(({ id, name: title, to }) => ({
      ...{ key: id, to: `/bodies/${id}`, title, also: [id, ...other("bodies", id)] },
      line: to === null ? say("search.body") : say("bodies.until", { day: day(to, lang) }),
    })),
    areas: areaOptions(areas, lang, areaNames).map(({ value, label, also = [], code = "" }) => ({
      ...{ key: value, to: "/compare", search: { areas: comparedWith(value) }, title: label, line: say("search.area") },
      also: [...also, value, code],
    })),
  };
}
