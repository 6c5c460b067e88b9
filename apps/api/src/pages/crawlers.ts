import type { Documents } from "@moc2030/shared/page/page";
import { LANGS, type Lang } from "@moc2030/shared/text/lang";
import { Hono, type MiddlewareHandler } from "hono";
import { escapeXml } from "../downloads/ooxml.ts";
import { nothingAt, oneSpelling } from "../http/addresses.ts";
import type { Env } from "../http/env.ts";
import { latestRelease } from "../observations/read-point.ts";

/** Every page in every language, each with its other languages; `lastmod` is the instant of the release. */
function sitemap(pages: readonly Readonly<Record<Lang, string>>[], origin: string, lastmod: string): string {
  const urls = pages.flatMap((page) => {
    const href = (lang: Lang) => escapeXml(origin + page[lang]);
    const others = LANGS.map((lang) => `<xhtml:link rel="alternate" hreflang="${lang}" href="${href(lang)}"/>`).join(
      "",
    );
    return LANGS.map((lang) => `<url><loc>${href(lang)}</loc><lastmod>${lastmod}</lastmod>${others}</url>\n`);
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${urls.join("")}</urlset>
`;
}

/** What search engines ask for. A sitemap names whole addresses: without an origin there is none. */
export function crawlerRoutes(
  { addresses }: Documents,
  { keep, read }: { keep: MiddlewareHandler<Env>; read: (address: string) => Promise<Response> },
) {
  return new Hono<Env>()
    .get("/robots.txt", oneSpelling, keep, (c) => {
      const { origin } = c.var;
      const text = `User-agent: *\nAllow: /\n${origin ? `\nSitemap: ${origin}/sitemap.xml\n` : ""}`;
      return c.text(text, 200, { "Cache-Control": "no-cache" });
    })
    .get("/sitemap.xml", oneSpelling, keep, async (c) => {
      const release = await latestRelease(c.var.db);
      if (!c.var.origin || !release) throw nothingAt(c.req.path);
      const pages = await addresses(read, release.id);
      return c.body(sitemap(pages, c.var.origin, release.publishedAt), 200, {
        "Content-Type": "application/xml; charset=utf-8",
        "Cache-Control": "no-cache",
      });
    });
}
