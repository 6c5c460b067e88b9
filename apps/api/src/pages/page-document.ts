import type { PageAssets } from "@moc2030/shared/page";
import type { RenderedPage } from "@moc2030/shared/rendered-page";

/** What the server adds to the document of a page: `answers` is JSON text, `files` the scripts that the page needs beside those of every page (`assets`). */
export type PageParts = {
  today: string;
  rendered: RenderedPage | null;
  answers: string;
  assets: PageAssets;
  files: readonly string[];
};

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** Data that no browser runs. "<" could end the element; inside JSON text it can always be written otherwise. */
const data = (attributes: string, json: string) => `<script ${attributes}>${json.replaceAll("<", "\\u003c")}</script>`;

/** The built document of all pages as the document of one: its words for those who only see a link, what it draws before any script, and its data. */
export function pageDocument(shell: string, parts: PageParts): string {
  const { today, rendered, answers, assets, files } = parts;
  const lang = rendered?.lang ?? "vi";
  const facts = [
    ["og:site_name", "Mốc 2030"],
    ["og:type", "website"],
    ["og:locale", lang === "vi" ? "vi_VN" : "en_GB"],
    ["og:title", rendered?.title],
    ["og:description", rendered?.description],
  ] as const;
  const head = [
    ...files.map((file) => `<link rel="modulepreload" fetchpriority="low" crossorigin href="/${file}">`),
    ...(rendered
      ? facts.map(([name, text]) => (text ? `<meta property="${name}" content="${escaped(text)}">` : ""))
      : []),
  ].join("");
  // After the page itself: what is drawn must not wait for what the script will read.
  const body = data('type="application/json" id="first-view"', answers);
  return (
    shell
      .replace(/<html lang="vi"/, () => `<html lang="${lang}" data-today="${today}"`)
      .replace(/<title>[^<]*<\/title>/, (own) => (rendered ? `<title>${escaped(rendered.title)}</title>` : own))
      .replace(/(<meta\s+name="description"\s+content=")[^"]*"/, (own, start: string) =>
        rendered?.description ? `${start}${escaped(rendered.description)}"` : own,
      )
      // Before the styles, which a script after them would wait for.
      .replace("<head>", () => `<head><script src="${assets.script}"></script>`)
      .replace("</head>", () => `${head}</head>`)
      .replace(
        '<div id="root" class="document"></div>',
        () => `<div id="root" class="document">${rendered?.html ?? ""}</div>${body}`,
      )
  );
}
