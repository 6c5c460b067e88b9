import type { Lang } from "@moc2030/shared/text/lang";
import { listCorrections } from "../corrections/queries.ts";
import type { Db } from "../db/database.ts";
import { escapeXml } from "../downloads/ooxml.ts";
import { apiUrl } from "../observations/link.ts";
import { type ReadPoint, releaseRefs } from "../observations/read-point.ts";
import { newestReleases } from "../releases/queries.ts";
import type { Scope } from "./scope.ts";

/** Releases in the feed, the newest. Corrections are few, and all there. */
const MAX_RELEASES = 50;

const WORDS = {
  vi: { title: "đợt cập nhật và đính chính", release: "Đợt cập nhật số", correction: "Đính chính", why: "Lý do" },
  en: { title: "releases and corrections", release: "Release", correction: "Correction", why: "Why" },
};

type Entry = { id: string; path: string; title: string; text: string; published: string; updated: string };

async function entriesAt(db: Db, at: ReadPoint, lang: Lang, { codes }: Scope): Promise<Entry[]> {
  const words = WORDS[lang];
  const releases = await newestReleases(db, at, MAX_RELEASES, codes);
  const corrections = (await listCorrections(db, at)).filter(
    ({ indicators }) => !codes || indicators.some((code) => codes.includes(code)),
  );
  const refs = await releaseRefs(
    db,
    corrections.map(({ release }) => release),
  );
  return [
    ...releases.map(({ id, publishedAt, reasonVi, reasonEn }) => ({
      ...{ id: `release:${id}`, path: `/releases/${id}`, title: `${words.release} ${id}` },
      text: lang === "en" ? reasonEn : reasonVi,
      ...{ published: publishedAt, updated: publishedAt },
    })),
    ...corrections.map(({ id, wrong, right, why, published: { publishedAt: published }, release }) => {
      const said = (text: typeof wrong) => text[lang] ?? text.vi;
      return {
        ...{ id: `correction:${id}`, path: "/corrections", title: `${words.correction}: ${said(right)}` },
        text: `${said(wrong)} → ${said(right)}. ${words.why}: ${said(why)}`,
        ...{ published, updated: refs.get(release)?.publishedAt ?? published },
      };
    }),
  ].sort((a, b) => (a.updated === b.updated ? 0 : a.updated < b.updated ? 1 : -1));
}

/**
 * The newest releases and the corrections of our own errors as an Atom feed (RFC 4287), of all or of what `scope` names.
 * Ids do not depend on the origin, which may be empty: links are then relative to the feed's own address.
 */
export async function atomFeed(db: Db, at: ReadPoint, lang: Lang, scope: Scope, origin: string): Promise<string> {
  const entries = await entriesAt(db, at, lang, scope);
  const words = WORDS[lang];
  const href = (path: string) => escapeXml(`${origin}${path}${lang === "en" ? "?lang=en" : ""}`);
  const category = `<category term="correction" label="${words.correction}"/>`;
  const written = entries.map(
    ({ id, path, title, text, published, updated }) =>
      `<entry><id>urn:moc2030:${escapeXml(id)}</id><title>${escapeXml(title)}</title>` +
      (id.startsWith("correction:") ? category : "") +
      `<link href="${href(path)}"/><published>${published}</published><updated>${updated}</updated>` +
      `<content type="text">${escapeXml(text)}</content></entry>`,
  );
  const updated = entries[0]?.updated ?? `${at.referenceDate}T00:00:00.000Z`;
  const id = ["urn:moc2030:feed", lang, ...Object.entries(scope.key).flat()].join(":");
  return [
    `<?xml version="1.0" encoding="UTF-8"?>`,
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${lang}"><id>${escapeXml(id)}</id>`,
    `<title>${escapeXml(["Mốc 2030", scope.name, words.title].filter(Boolean).join(": "))}</title>`,
    `<updated>${updated}</updated><author><name>Mốc 2030</name></author>`,
    `<link rel="self" href="${escapeXml(apiUrl(origin, "/feed.atom", { ...scope.key, lang }))}"/>`,
    `<link rel="alternate" type="text/html" href="${href(scope.path ?? "/releases")}"/>`,
    ...written,
    "</feed>\n",
  ].join("\n");
}
