import type { PageAnswer, PageRequest } from "@moc2030/shared/page/page";
import { JSDOM } from "jsdom";
import { documents } from "./documents.tsx";

/** The answers of an API by path, or what makes one of a query, for tests; every other address is not found. */
export type Answers = Readonly<Record<string, unknown>>;

/** What every page reads; no correction stands on one, and no source or document is known, unless a test says so. */
const EVERYWHERE: Answers = { "/corrections": { items: [] }, "/sources": { items: [] }, "/documents": { items: [] } };

const at = (answers: Answers) => async (address: string) => {
  const { pathname, searchParams } = new URL(address, "http://page");
  const found = { ...EVERYWHERE, ...answers }[pathname.replace("/api/v1", "")];
  const answer = typeof found === "function" ? found(searchParams) : found;
  return answer === undefined
    ? Response.json({ title: "Nothing is here", status: 404 }, { status: 404 })
    : Response.json(answer);
};

/** What the server asks for a page with. */
export const aRequest = (address: string, answers: Answers, some: Partial<PageRequest> = {}): PageRequest => ({
  address,
  params: {},
  read: at(answers),
  release: 62,
  reconstructed: 62,
  today: "2026-11-21",
  contact: null,
  origin: null,
  owner: null,
  assets: { style: "/style.css", fonts: ["/font.woff2"], script: "/start.js", explorer: "/explorer.js" },
  ...some,
});

/** Opens the document of a page whose path (as Hono writes it) is `path`, in a window of its own, its texts in one piece. */
export async function open(path: string, request: PageRequest): Promise<{ answer: PageAnswer; page: Document }> {
  const answer = await documents.answer(path, request);
  const page = new JSDOM("html" in answer ? answer.html : "", { url: "http://page/" }).window.document;
  for (const held of page.querySelectorAll(".held")) held.replaceWith(...held.childNodes);
  page.normalize();
  return { answer, page };
}

/** What a form of such a document would send now. */
export function sentBy(form: HTMLFormElement): FormData {
  const { FormData } = form.ownerDocument.defaultView as Window & typeof globalThis;
  return new FormData(form);
}

/** The addresses of the feeds that a document names. */
export const feedsOf = (page: Document) =>
  [...page.querySelectorAll("link[type='application/atom+xml']")].map((link) => link.getAttribute("href"));
