import type { PageAnswer, PageRequest } from "@moc2030/shared/page/page";
import { documents } from "./documents.tsx";

/** The answers of an API by path, for tests; every other address is not found. */
export type Answers = Readonly<Record<string, unknown>>;

const at = (answers: Answers) => async (address: string) => {
  const { pathname } = new URL(address, "http://page");
  const answer = answers[pathname.replace("/api/v1", "")];
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
  today: "2026-11-21",
  contact: null,
  origin: null,
  assets: { style: "/style.css", fonts: ["/font.woff2"], script: "/start.js", explorer: "/explorer.js" },
  ...some,
});

/** Opens the document of a page whose path (as Hono writes it) is `path`, in a window of its own. */
export async function open(path: string, request: PageRequest): Promise<{ answer: PageAnswer; page: Document }> {
  const answer = await documents.answer(path, request);
  const frame = document.body.appendChild(document.createElement("iframe"));
  const page = frame.contentDocument as Document;
  page.write("html" in answer ? answer.html : "");
  page.close();
  return { answer, page };
}
