import type { Documents, PageAnswer, PageRequest } from "@moc2030/shared/page/page";
import { isDay } from "@moc2030/shared/text/date";
import { LANGS, type Lang } from "@moc2030/shared/text/lang";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { pointOf } from "../address/read-point.ts";
import { langParam, stringifySearch } from "../address/search.ts";
import { labelsAsCdata } from "../charts/labels-as-cdata.ts";
import { ApiError } from "../client/api.ts";
import { answering, readingAt } from "../document/answering.ts";
import { lineBreaks } from "../document/line-breaks.ts";
import { type Text, TextProvider, textOf, texts, useText } from "../text/text.tsx";
import { day, dayOfInstant } from "../words/format.ts";
import { type Embedded, EmbeddedChart, embeddedTitle, loadIndicator, loadTarget } from "./indicators/embedded.tsx";

const PATH = /^\/embed\/(indicators|targets)\/([A-Z][A-Z0-9_-]{1,79})$/;

/** What each parameter takes; any other is refused. */
const PARAMETERS = new Map<string, (value: string) => boolean>([
  ["lang", (value) => LANGS.some((lang) => lang === value)],
  ["theme", (value) => value === "light" || value === "dark"],
  ["asOf", isDay],
  ["release", (value) => /^[1-9]\d{0,8}$/.test(value)],
]);

type Theme = "light" | "dark";
type Asked = { lang: Lang; theme: Theme; asOf: string | undefined; release: number | undefined };

/** The parameters of an embed, and the names of those that are unknown, given twice or hold something else. */
function asked(search: URLSearchParams): Asked & { wrong: string[] } {
  const wrong = [...search]
    .filter(([name, value]) => !PARAMETERS.get(name)?.(value) || search.getAll(name).length > 1)
    .map(([name]) => name);
  if (search.has("asOf") && search.has("release")) wrong.push("asOf");
  const given = (name: string) => (wrong.includes(name) ? undefined : (search.get(name) ?? undefined));
  const release = given("release");
  return {
    lang: (given("lang") as Lang | undefined) ?? "vi",
    theme: (given("theme") as Theme | undefined) ?? "light",
    asOf: given("asOf"),
    release: release === undefined ? undefined : Number(release),
    wrong: [...new Set(wrong)],
  };
}

type ShellProps = Pick<Asked, "lang" | "theme"> & { request: PageRequest; title: string; children: ReactNode };

/** A document without script, font or style of another host, which search engines leave to the page itself. */
function Shell({ request: { assets }, lang, theme, title, children }: ShellProps) {
  return (
    <html lang={lang} data-theme={theme} className="embed">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content={theme} />
        <meta name="robots" content="noindex" />
        <title>{`${title} · Mốc 2030`}</title>
        {assets.fonts.map((font) => (
          <link key={font} rel="preload" as="font" type="font/woff2" href={font} crossOrigin="" />
        ))}
        <link rel="stylesheet" href={assets.style} />
      </head>
      <body>
        <main className="p-3 sm:p-4">{children}</main>
      </body>
    </html>
  );
}

/** A line in place of a chart, in a document of its own. */
function drawNote(request: PageRequest, { lang, theme }: Pick<Asked, "lang" | "theme">, title: string, note: string) {
  return drawn(
    <Shell request={request} lang={lang} theme={theme} title={title}>
      <h1 className="text-lg">{title}</h1>
      <p className="mt-2 text-sm">{note}</p>
    </Shell>,
  );
}

const drawn = (document: ReactNode) => `<!doctype html>${lineBreaks(labelsAsCdata(renderToStaticMarkup(document)))}`;

/** Which release and day a chart is of, and the page that has it whole, in the window around the frame. */
function Foot({ chart: { path, release, facts }, view }: { chart: Embedded; view: Asked }) {
  const { say, lang } = useText();
  const [page, fragment] = path.split("#");
  return (
    <p className="mt-3 border-t border-line pt-2 text-xs text-soft">
      {release ? say("provenance.release", { id: release.id, day: dayOfInstant(release.publishedAt, lang) }) : null}{" "}
      {facts ? say("embed.judged", { day: day(facts.detail.referenceDate, lang) }) : null}{" "}
      <a
        href={`${page}${stringifySearch({ ...pointOf(view), lang: langParam(lang) })}${fragment ? `#${fragment}` : ""}`}
        target="_top"
        rel="noopener"
        className="inline-flex min-h-9 items-center font-semibold"
      >
        {say("embed.whole")}
      </a>
    </p>
  );
}

/** Draws the embedded chart at an address; what is wrong with an address is said in a document of the same size. */
export const embed: Documents["embed"] = async (request) => {
  const { pathname, searchParams } = new URL(request.address, "http://page");
  const view = asked(searchParams);
  const { lang, asOf, release, wrong } = view;
  const i18n = await texts.of(lang);
  const text = textOf(i18n) as Text;
  const { say } = text;
  const refuse = (status: 404 | 422, note: string): PageAnswer => ({
    status,
    html: drawNote(request, view, say(status === 404 ? "notFound.title" : "error.title"), note),
  });
  const unknown = request.release === null ? say("empty.bodyNow") : say("embed.unknown");
  const [, kind, code = ""] = PATH.exec(pathname) ?? [];
  if (kind === undefined) return refuse(404, unknown);
  if (wrong.length > 0) return refuse(422, say("embed.wrong", { names: wrong.slice(0, 5).join(", ").slice(0, 100) }));
  const canonical =
    pathname +
    stringifySearch({ asOf, lang: langParam(lang), release, theme: view.theme === "dark" ? "dark" : undefined });
  if (request.address !== canonical) return { status: 303, location: canonical };
  const read = answering(release === undefined ? request.read : readingAt(request.read, release));
  try {
    const chart = await (kind === "indicators" ? loadIndicator : loadTarget)(read, { lang, asOf }, code);
    const { facts } = chart;
    const title = facts ? embeddedTitle(facts, text) : say("empty.title");
    const document = (
      <Shell request={request} lang={lang} theme={view.theme} title={title}>
        <TextProvider i18n={i18n}>
          {facts ? <EmbeddedChart facts={facts} peers={chart.peers} /> : <h1 className="text-lg">{title}</h1>}
          <Foot chart={chart} view={view} />
        </TextProvider>
      </Shell>
    );
    return { status: 200, html: drawn(document) };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (error.status === 404) return refuse(404, unknown);
    // The one thing that only the API knows of an address.
    if (error.status === 422) return refuse(422, say("error.noRelease", { id: release ?? "" }));
    throw error;
  }
};
