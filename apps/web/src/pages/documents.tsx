import type { CardRequest, Documents, PageAnswer, PageRequest } from "@moc2030/shared/page/page";
import type { ReleaseRef } from "@moc2030/shared/schema/release";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { AddressContext, type NotUnderstood } from "../address/address.ts";
import { langOf, langParam, type PageSearch, parsePage, parseView } from "../address/search.ts";
import { ViewContext } from "../address/view.tsx";
import { labelsAsCdata } from "../charts/labels-as-cdata.ts";
import { ApiError, type CorrectionNotice, corrections, nowOf, type View } from "../client/api.ts";
import { answering, readingAt } from "../document/answering.ts";
import { canonicalSearch, readSearch } from "../document/canonical.ts";
import { cardAddress, cardAlt, drawCard } from "../document/card.tsx";
import { Failure, NotFound } from "../document/failure.tsx";
import { Frame } from "../document/frame.tsx";
import { Html } from "../document/html.tsx";
import { readingOn } from "../document/known-then.ts";
import { lineBreaks } from "../document/line-breaks.ts";
import { notUnderstood } from "../document/not-understood.ts";
import type { Card, Head, Page, ReadAnswer, Search } from "../document/page.ts";
import { viewOf } from "../document/view-of.ts";
import { type Text, TextProvider, textOf, texts, useText } from "../text/text.tsx";
import { isoDayOfInstant } from "../words/format.ts";
import { pages } from "./all.ts";
import { embed } from "./embeds.tsx";

/** A parsed URL: raw query, parsed query, and what was dropped. */
type Opened = { path: string; asked: Search; understood: PageSearch; unread: NotUnderstood[] };

function open(address: string, parse: (search: Search) => object): Opened {
  const { pathname: path, search } = new URL(address, "http://page");
  const asked = readSearch(search);
  const understood = { ...parsePage(asked), ...parse(asked) };
  return { path, asked, understood, unread: notUnderstood(asked, understood) };
}

/** The address of a page that says nothing of its own: where there is none, or it could not be made. */
const openBare = (address: string): Opened => ({ ...open(address, () => ({})), unread: [] });

/** Where a page says that its figures are new ones (islands/live.ts). */
function NewRelease() {
  const { say } = useText();
  return (
    <div role="status" className="no-print pointer-events-none fixed inset-x-0 bottom-4 z-30 flex justify-center px-4">
      <p
        hidden
        data-new-release={say("live.new", { id: "{id}" })}
        className="panel border-accent px-4 py-2 text-sm shadow-lg"
      />
    </div>
  );
}

type Content = {
  head: (text: Text) => Head;
  body: ReactNode;
  view?: View;
  notices?: readonly CorrectionNotice[];
  /** The picture of a shared link, with the release that it is of. */
  picture?: { card: (text: Text) => Card | null; release: ReleaseRef | null };
};

/** What a page shows is of a release, and corrections stand on it. */
async function standingAt(path: string, read: ReadAnswer, view: View) {
  const { items, release } = await read(corrections(view));
  return { release, notices: items.filter(({ isShown, pages }) => isShown && pages.includes(path)) };
}

/** The card of a page: its own, or its title. */
const cardOf = <Own extends object, Data>(page: Page<Own, Data>, data: Data, text: Text): Card | null =>
  page.card ? page.card(data, text) : { title: page.head(data, text).title, rows: [] };

/** Renders a page as a document. */
async function draw({ path, understood, unread }: Opened, request: PageRequest, content: Content) {
  const lang = langOf(understood);
  const { head, body, notices = [], picture, view = { lang, asOf: understood.asOf } } = content;
  const i18n = await texts.of(lang);
  const text = textOf(i18n) as Text;
  const release = picture?.release;
  const card = release && picture.card(text);
  const document = (
    <Html
      head={head(text)}
      picture={card ? { address: cardAddress(path, release.id, lang), alt: cardAlt(card, release, text) } : null}
      lang={lang}
      path={path}
      search={understood}
      origin={request.origin}
      assets={request.assets}
    >
      <TextProvider i18n={i18n}>
        <AddressContext value={{ path, search: understood, notUnderstood: unread, origin: request.origin }}>
          <ViewContext value={view}>
            <Frame {...request} corrections={notices}>
              {body}
            </Frame>
            <NewRelease />
          </ViewContext>
        </AddressContext>
      </TextProvider>
    </Html>
  );
  return `<!doctype html>${lineBreaks(labelsAsCdata(renderToStaticMarkup(document)))}`;
}

const refuse = async (request: PageRequest, detail: string, next: string): Promise<PageAnswer> => ({
  status: 422,
  html: await drawFailure(request, { status: 422, detail, next }),
});

/** The answer of the API that refuses a read; anything else is thrown on. */
function asRefusal(error: unknown): ApiError {
  if (error instanceof ApiError && error.status === 422) return error;
  throw error;
}

/** What is wrong with the release of an address. */
async function pointRefusal(understood: PageSearch): Promise<string> {
  const { say } = textOf(await texts.of(langOf(understood))) as Text;
  return understood.asOf === undefined
    ? say("error.noRelease", { id: understood.release ?? "" })
    : say("error.onePoint");
}

async function drawPage<Own extends object, Data>(page: Page<Own, Data>, request: PageRequest): Promise<PageAnswer> {
  const opened = open(request.address, page.parse);
  const { path, asked, understood, unread } = opened;
  const canonical = path + canonicalSearch(understood);
  if (unread.length === 0 && request.address !== canonical) return { status: 303, location: canonical };
  const search = page.parse(asked);
  const { params, today, contact, origin, reconstructed } = request;
  const read = answering(request.read);
  const view = await viewOf(read, understood, today).catch(asRefusal);
  if (view instanceof ApiError)
    return refuse(request, await pointRefusal(understood), path + canonicalSearch(parseView(asked)));
  try {
    const known = await readingOn(read, view);
    const data = await page.load(known, { params, search, view, today, contact, origin, reconstructed });
    const { notices, release } = await standingAt(path, known, view);
    const picture = { card: (text: Text) => cardOf(page, data, text), release };
    const body = <page.Component data={data} search={search} />;
    // Where nothing was ever published, no day is before the first release.
    const shown = request.release === null ? nowOf(view) : view;
    const all = { ...opened, unread: [...unread, ...(page.unknown?.(data, search) ?? [])] };
    return {
      status: 200,
      isUnread: all.unread.length > 0,
      html: await draw(all, request, { head: (text) => page.head(data, text), body, view: shown, notices, picture }),
    };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (error.status === 404) return { status: 404, html: await documents.notFound(request) };
    if (error.status === 503) {
      const failure = { status: 503, detail: error.message, next: request.address } as const;
      return { status: 503, html: await drawFailure(request, failure) };
    }
    if (error.status === 403) {
      // What is for staff: offer the same for everybody.
      const next = path + canonicalSearch({ ...understood, form: undefined });
      return { status: 403, html: await drawFailure(request, { status: 403, detail: error.message, next }) };
    }
    if (error.status !== 422) throw error;
    // Refused parameters: offer the page without them.
    return refuse(request, error.message, path + canonicalSearch(parsePage(asked)));
  }
}

async function cardAt<Own extends object, Data>(page: Page<Own, Data>, request: CardRequest): Promise<string | null> {
  const { params, lang, release, read } = request;
  const text = textOf(await texts.of(lang)) as Text;
  const asked = { params, search: page.parse({}), view: { lang, asOf: undefined } };
  const around = { today: isoDayOfInstant(release.publishedAt), contact: null, origin: null, reconstructed: null };
  try {
    const data = await page.load(answering(readingAt(read, release.id)), { ...asked, ...around });
    const card = cardOf(page, data, text);
    return card && drawCard(card, release, text);
  } catch (error) {
    if (error instanceof ApiError && (error.status === 404 || error.status === 422)) return null;
    throw error;
  }
}

const drawFailure = (request: PageRequest, failure: Parameters<typeof Failure>[0]) =>
  draw(openBare(request.address), request, {
    head: ({ say }) => ({ title: say("error.title"), description: say("error.body") }),
    body: <Failure {...failure} />,
  });

/** The public pages: URL in, HTML out. */
export const documents: Documents = {
  paths: pages.map(({ path }) => path),
  async answer(path, request) {
    const page = pages.find((one) => one.path === path);
    return page ? drawPage(page, request) : { status: 404, html: await documents.notFound(request) };
  },
  async card(path, request) {
    const page = pages.find((one) => one.path === path);
    return page ? cardAt(page, request) : null;
  },
  embed,
  async addresses(read, release) {
    const at = answering(readingAt(read, release));
    const paths = await Promise.all(pages.map((page) => page.paths?.(at) ?? [page.path]));
    return paths.flat().map((path) => ({ vi: path, en: path + canonicalSearch({ lang: langParam("en") }) }));
  },
  notFound: (request) =>
    draw(openBare(request.address), request, {
      head: ({ say }) => ({ title: say("notFound.title"), description: say("notFound.body") }),
      body: <NotFound isEmpty={request.release === null} />,
    }),
  failure: (request, requestId) => drawFailure(request, { status: 500, detail: requestId, next: request.address }),
};
