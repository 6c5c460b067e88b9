import type { PageAssets } from "@moc2030/shared/page/page";
import { LANGS, type Lang } from "@moc2030/shared/text/lang";
import type { ReactNode } from "react";
import { langParam } from "../address/search.ts";
import { JsonScript } from "../ui/json-script.tsx";
import { canonicalSearch } from "./canonical.ts";
import { CARD_SIZE } from "./card.tsx";
import { followedAddress } from "./followed.ts";
import type { Head } from "./page.ts";

const NAME = "Mốc 2030";

type Props = {
  head: Head;
  /** The picture that a shared link shows; left out where the server does not know its own origin. */
  picture: { address: string; alt: string } | null;
  lang: Lang;
  path: string;
  /** The parsed query. */
  search: object;
  origin: string | null;
  assets: PageAssets;
  children: ReactNode;
};

/**
 * The complete document. The script is render-blocking and small: theme and scroll position are set before the first
 * paint.
 */
export function Html({ head, picture, lang, path, search, origin, assets, children }: Props) {
  const { title, description, jsonLd, followed } = head;
  const full = title ? `${title} · ${NAME}` : NAME;
  const inLanguage = (other: Lang) => `${origin}${path}${canonicalSearch({ ...search, lang: langParam(other) })}`;
  return (
    <html lang={lang} data-theme="light">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{full}</title>
        <meta name="description" content={description} />
        {origin === null ? null : (
          <>
            <link rel="canonical" href={inLanguage(lang)} />
            {LANGS.map((other) => (
              <link key={other} rel="alternate" hrefLang={other} href={inLanguage(other)} />
            ))}
          </>
        )}
        <meta property="og:site_name" content={NAME} />
        <meta property="og:type" content="website" />
        <meta property="og:locale" content={lang === "vi" ? "vi_VN" : "en_GB"} />
        <meta property="og:title" content={full} />
        <meta property="og:description" content={description} />
        {origin === null || picture === null ? null : (
          <>
            <meta property="og:image" content={`${origin}${picture.address}`} />
            <meta property="og:image:type" content="image/png" />
            <meta property="og:image:width" content={String(CARD_SIZE.width)} />
            <meta property="og:image:height" content={String(CARD_SIZE.height)} />
            <meta property="og:image:alt" content={picture.alt} />
            <meta name="twitter:card" content="summary_large_image" />
          </>
        )}
        {[{}, ...(followed ? [followed] : [])].map((of) => (
          <link
            key={Object.keys(of).join()}
            rel="alternate"
            type="application/atom+xml"
            title={of === followed ? full : NAME}
            href={followedAddress("feed.atom", of, lang)}
          />
        ))}
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        {assets.fonts.map((font) => (
          <link key={font} rel="preload" as="font" type="font/woff2" href={font} crossOrigin="" />
        ))}
        {/* Before the stylesheet, which would block a script after it. */}
        <script src={assets.script} />
        <link rel="stylesheet" href={assets.style} />
        {jsonLd ? <JsonScript type="application/ld+json" data={jsonLd} /> : null}
      </head>
      <body className="document" data-explorer-script={assets.explorer}>
        {children}
      </body>
    </html>
  );
}
