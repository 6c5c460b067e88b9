import type { Documents, PageAnswer, PageRequest } from "@moc2030/shared/page/page";
import type { ReleaseRef } from "@moc2030/shared/schema/release";
import { isDay } from "@moc2030/shared/text/date";
import { LANGS, type Lang } from "@moc2030/shared/text/lang";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { hrefOf } from "../address/address.ts";
import { pointOf } from "../address/read-point.ts";
import { langParam, stringifySearch } from "../address/search.ts";
import { labelsAsCdata } from "../charts/labels-as-cdata.ts";
import { ApiError, lastReleases } from "../client/api.ts";
import { answering, readingAt } from "../document/answering.ts";
import { lineBreaks } from "../document/line-breaks.ts";
import type { ReadAnswer } from "../document/page.ts";
import { type Text, TextProvider, textOf, texts, useText } from "../text/text.tsx";
import { day, dayOfInstant, isoDayOfInstant } from "../words/format.ts";
import { factsOf, readComparison } from "./compare/comparison.ts";
import { EmbeddedComparison } from "./compare/embedded.tsx";
import { compare } from "./compare/page.tsx";
import { type CompareSearch, parseCompare } from "./compare/search.ts";
import { comparisonTitle } from "./compare/wording.ts";
import { EmbeddedChart, embeddedTitle, loadIndicator, loadTarget } from "./indicators/embedded.tsx";

const PATH = /^\/embed\/(?:(indicators|targets)\/([A-Z][A-Z0-9_-]{1,79})|(compare))$/;

/** What each parameter takes; any other is refused. */
const PARAMETERS = new Map<string, (value: string) => boolean>([
  ["lang", (value) => LANGS.some((lang) => lang === value)],
  ["theme", (value) => value === "light" || value === "dark"],
  ["asOf", isDay],
  ["release", (value) => /^[1-9]\d{0,8}$/.test(value)],
]);

/** What a comparison takes besides, as its page does. */
const COMPARED = ["indicator", "areas", "from", "to"] as const;

/** Whether a comparison takes a parameter, in the one spelling that its page has. */
const isCompared = (name: string, value: string) =>
  COMPARED.some((one) => one === name && String(parseCompare({ [name]: value })[one] ?? "") === value);

type Theme = "light" | "dark";
type Asked = { lang: Lang; theme: Theme; asOf: string | undefined; release: number | undefined };

/** The parameters of an embed, and the names of those that are unknown, given twice or hold something else. */
function asked(search: URLSearchParams, isComparison: boolean): Asked & { wrong: string[] } {
  const takes = (name: string, value: string) =>
    PARAMETERS.get(name)?.(value) ?? (isComparison && isCompared(name, value));
  const wrong = [...search]
    .filter(([name, value]) => !takes(name, value) || search.getAll(name).length > 1)
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

/** A chart with its title, its release and the page that has it whole; without a body where nothing was known. */
type Shown = {
  title: string;
  body: ReactNode;
  release: ReleaseRef | null;
  judgedOn?: string | undefined;
  page: { path: string; search?: CompareSearch; hash?: string | undefined };
};

type Asking = { read: ReadAnswer; view: Asked; text: Text; today: string };

/** An indicator, or one of its targets. */
async function showChart({ read, view, text }: Asking, kind: string, code: string): Promise<Shown> {
  const { lang, asOf } = view;
  const { facts, peers, release, path } = await (kind === "indicators" ? loadIndicator : loadTarget)(
    read,
    { lang, asOf },
    code,
  );
  const [page = "", hash] = path.split("#");
  return {
    title: facts ? embeddedTitle(facts, text) : text.say("empty.title"),
    body: facts ? <EmbeddedChart facts={facts} peers={peers} /> : null,
    release,
    judgedOn: facts?.detail.referenceDate,
    page: { path: page, hash },
  };
}

/** A comparison; codes that there are not are named. */
async function showComparison(
  { read, view: { lang, asOf, release: pinned }, text, today }: Asking,
  search: CompareSearch,
): Promise<Shown | { unread: string[] }> {
  const { release } = await read(lastReleases({ lang, asOf }, 1));
  const on = pinned && release ? isoDayOfInstant(release.publishedAt) : (asOf ?? today);
  const compared = await readComparison(read, { lang, asOf }, search, on);
  const unread = compare.unknown?.(compared, search) ?? [];
  if (unread.length > 0) return { unread: unread.map(({ name }) => name) };
  return {
    title: compared ? comparisonTitle(factsOf(compared), text) : text.say("empty.title"),
    body: compared ? <EmbeddedComparison compared={compared} /> : null,
    release,
    page: { path: "/compare", search },
  };
}

/** Which release and day a chart is of, and the page that has it whole, in the window around the frame. */
function Foot({ shown: { release, judgedOn, page }, view }: { shown: Shown; view: Asked }) {
  const { say, lang } = useText();
  return (
    <p className="mt-3 border-t border-line pt-2 text-xs text-soft">
      {release ? say("provenance.release", { id: release.id, day: dayOfInstant(release.publishedAt, lang) }) : null}{" "}
      {judgedOn ? say("embed.judged", { day: day(judgedOn, lang) }) : null}{" "}
      <a
        href={hrefOf(page.path, { ...page.search, ...pointOf(view), lang: langParam(lang) }, page.hash)}
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
  const [, kind, code = "", comparison] = PATH.exec(pathname) ?? [];
  const view = asked(searchParams, comparison !== undefined);
  const { lang, asOf, release, wrong } = view;
  const i18n = await texts.of(lang);
  const text = textOf(i18n) as Text;
  const { say } = text;
  const refuse = (status: 404 | 422, note: string): PageAnswer => ({
    status,
    html: drawNote(request, view, say(status === 404 ? "notFound.title" : "error.title"), note),
  });
  const unknown = request.release === null ? say("empty.bodyNow") : say("embed.unknown");
  if (kind === undefined && comparison === undefined) return refuse(404, unknown);
  if (wrong.length > 0) return refuse(422, say("embed.wrong", { names: wrong.slice(0, 5).join(", ").slice(0, 100) }));
  const compared = comparison === undefined ? {} : parseCompare(Object.fromEntries(searchParams));
  const look = { asOf, lang: langParam(lang), release, theme: view.theme === "dark" ? "dark" : undefined };
  const canonical = pathname + stringifySearch({ ...compared, ...look });
  if (request.address !== canonical) return { status: 303, location: canonical };
  const read = answering(release === undefined ? request.read : readingAt(request.read, release));
  try {
    const asking = { read, view, text, today: request.today };
    const shown = kind === undefined ? await showComparison(asking, compared) : await showChart(asking, kind, code);
    if ("unread" in shown) return refuse(422, say("embed.wrong", { names: shown.unread.join(", ") }));
    const { title, body } = shown;
    const document = (
      <Shell request={request} lang={lang} theme={view.theme} title={title}>
        <TextProvider i18n={i18n}>
          {body ?? <h1 className="text-lg">{title}</h1>}
          <Foot shown={shown} view={view} />
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
