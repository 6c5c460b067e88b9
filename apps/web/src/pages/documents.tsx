import type { Documents, PageAnswer, PageRequest } from "@moc2030/shared/page/page";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { AddressContext, type NotUnderstood } from "../address/address.ts";
import { langOf, parseView, type ViewSearch } from "../address/search.ts";
import { ViewContext } from "../address/view.tsx";
import { labelsAsCdata } from "../charts/labels-as-cdata.ts";
import { ApiError, type CorrectionNotice, corrections, type Read, type View } from "../client/api.ts";
import { canonicalSearch, readSearch } from "../document/canonical.ts";
import { Failure, NotFound } from "../document/failure.tsx";
import { Frame } from "../document/frame.tsx";
import { Html } from "../document/html.tsx";
import { lineBreaks } from "../document/line-breaks.ts";
import { notUnderstood } from "../document/not-understood.ts";
import type { Head, Page, ReadAnswer, Search } from "../document/page.ts";
import { type Text, TextProvider, textOf, texts, useText } from "../text/text.tsx";
import { pages } from "./all.ts";

/** A parsed URL: raw query, parsed query, and what was dropped. */
type Opened = { path: string; asked: Search; understood: ViewSearch; unread: NotUnderstood[] };

function open(address: string, parse: (search: Search) => object): Opened {
  const { pathname: path, search } = new URL(address, "http://page");
  const asked = readSearch(search);
  const understood = { ...parseView(asked), ...parse(asked) };
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

type Content = { head: (text: Text) => Head; body: ReactNode; notices?: readonly CorrectionNotice[] };

/** The corrections that stand on the page at an address on the day it shows. */
async function noticesAt(path: string, read: ReadAnswer, view: View): Promise<CorrectionNotice[]> {
  const { items } = await read(corrections(view));
  return items.filter(({ isShown, pages }) => isShown && pages.includes(path));
}

/** Renders a page as a document. */
async function draw({ path, understood, unread }: Opened, request: PageRequest, { head, body, notices = [] }: Content) {
  const lang = langOf(understood);
  const i18n = await texts.of(lang);
  const document = (
    <Html
      head={head(textOf(i18n) as Text)}
      lang={lang}
      path={path}
      search={understood}
      origin={request.origin}
      assets={request.assets}
    >
      <TextProvider i18n={i18n}>
        <AddressContext value={{ path, search: understood, notUnderstood: unread }}>
          <ViewContext value={{ lang, asOf: understood.asOf }}>
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

/** `read` for pages: resolves to the API's answer or throws `ApiError`. */
const answering =
  (read: PageRequest["read"]): ReadAnswer =>
  async <T,>({ queryKey: [address] }: Read<T>) => {
    const answer = await read(String(address));
    if (answer.ok) return (await answer.json()) as T;
    const { title, detail } = (await answer.json()) as { title: string; detail?: string };
    throw new ApiError(answer.status, detail ?? title);
  };

async function drawPage<Own extends object, Data>(page: Page<Own, Data>, request: PageRequest): Promise<PageAnswer> {
  const opened = open(request.address, page.parse);
  const { path, asked, understood, unread } = opened;
  const canonical = path + canonicalSearch(understood);
  if (unread.length === 0 && request.address !== canonical) return { status: 303, location: canonical };
  const search = page.parse(asked);
  const view = { lang: langOf(understood), asOf: understood.asOf };
  const { params, today, contact, origin } = request;
  try {
    const read = answering(request.read);
    const data = await page.load(read, { params, search, view, today, contact, origin });
    const notices = await noticesAt(path, read, view);
    const body = <page.Component data={data} search={search} />;
    const all = { ...opened, unread: [...unread, ...(page.unknown?.(data, search) ?? [])] };
    return { status: 200, html: await draw(all, request, { head: (text) => page.head(data, text), body, notices }) };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (error.status === 404) return { status: 404, html: await documents.notFound(request) };
    if (error.status !== 422) throw error;
    // Refused parameters: offer the page without them.
    const next = path + canonicalSearch(parseView(asked));
    return { status: 422, html: await drawFailure(request, { status: 422, detail: error.message, next }) };
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
  notFound: (request) =>
    draw(openBare(request.address), request, {
      head: ({ say }) => ({ title: say("notFound.title"), description: say("notFound.body") }),
      body: <NotFound />,
    }),
  failure: (request, requestId) => drawFailure(request, { status: 500, detail: requestId, next: request.address }),
};
