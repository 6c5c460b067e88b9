import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createMemoryHistory, RouterProvider } from "@tanstack/react-router";
import { cleanup, configure, render, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { makeRouter } from "./routes.tsx";
import { aFigure, anAssessment, anIndicator, aTarget } from "./test-data.ts";

// A limit for what hangs: a page's chunk is read when it is first asked for, which takes long on a busy machine.
configure({ asyncUtilTimeout: 60_000 });

const latest = aFigure(2025, 44, { rankPool: 139 });
const now = {
  release: { id: 62, publishedAt: "2026-01-30T17:00:00.000Z" },
  referenceDate: "2026-11-21",
};
const assessment = anAssessment({
  class: "moving_away",
  base: { timePeriod: 2020, value: 42 },
  latest: { timePeriod: 2025, value: 44, obsStatus: ["A"], confidence: "sourced" },
  pace: { ratio: -2, soFarPerYear: 0.4, neededPerYear: -0.8, gap: -4 },
});
const indicator = anIndicator({ latest, previous: aFigure(2024, 44, { rankPool: 133 }) });

/** The API of these tests: one indicator with one target. */
function answer(path: string): unknown {
  const url = new URL(path, "http://x");
  if (url.searchParams.get("asOf") === "1999-01-01") return { ...now, release: null, items: [] };
  const [, what] = /\/api\/v1\/([a-z]+)/.exec(url.pathname) ?? [];
  const items = {
    indicators: [indicator],
    assessments: [assessment],
    targets: [aTarget({ kind: "maintain" })],
    observations: [aFigure(2020, 42, { rankPool: 131 }), latest],
    bodies: [],
    releases: [],
    compilers: [],
  }[what as "bodies"];
  return { ...now, items };
}

beforeEach(() => {
  vi.stubGlobal(
    "fetch",
    vi.fn(async (path: string) => Response.json(answer(path))),
  );
  vi.stubGlobal("scrollTo", () => {});
  // Everything is in sight here: there is no window to scroll.
  vi.stubGlobal(
    "IntersectionObserver",
    class {
      observe() {}
      disconnect() {}
    },
  );
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function open(address: string) {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const router = makeRouter(queries);
  router.update({ ...router.options, history: createMemoryHistory({ initialEntries: [address] }) } as never);
  render(
    <QueryClientProvider client={queries}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  );
  return router;
}

test("the overview says of a headline target: name, status, latest, target, gap, changes, body, in this order", async () => {
  open("/");
  const card = await screen.findByRole("article", { name: "Thứ hạng GII" });
  const said = card.textContent ?? "";
  const order = [
    "Thứ hạng GII",
    "Xa mục tiêu hơn năm cơ sở",
    "44/139",
    "duy trì trong nhóm 40 dẫn đầu",
    "Còn cách nhóm 40 dẫn đầu 4 bậc",
    "0,8 bậc",
    "So với ấn bản 2024",
    "Giữ nguyên 44",
    "So với năm cơ sở 2020",
    "Giảm 2 bậc (42 → 44)",
    "Cơ quan chủ trì: chưa xác định",
  ].map((part) => said.indexOf(part));
  expect(order).not.toContain(-1);
  expect(order).toEqual([...order].sort((a, b) => a - b));
});

test("every target is a row of a real table, the gap before the word", async () => {
  open("/");
  const table = await screen.findByRole("table", { name: "Mục tiêu đến năm 2030" });
  const cells = within(table).getAllByRole("cell");
  expect(cells.at(-1)?.textContent).toBe("Còn cách nhóm 40 dẫn đầu 4 bậcXa mục tiêu hơn năm cơ sở");
});

test("a past day asks for that day, stays in sight, and leads back", async () => {
  const router = open("/?asOf=2024-12-31");
  expect((await screen.findByText("Số liệu tại ngày 31/12/2024")).closest("[role=status]")).toBeTruthy();
  const asked = vi.mocked(fetch).mock.calls.map(([path]) => String(path));
  expect(asked.length).toBeGreaterThan(0);
  expect(asked.every((path) => path.includes("asOf=2024-12-31"))).toBe(true);
  screen.getByRole("link", { name: "Về số liệu hiện hành" }).click();
  await waitFor(() => expect(router.state.location.search).not.toHaveProperty("asOf"));
});

test("the other language is a link that keeps the rest of the view", async () => {
  const router = open("/?asOf=2024-12-31");
  (await screen.findByRole("link", { name: /English/ })).click();
  await screen.findByText("Figures as known on 31 December 2024");
  expect(router.state.location.search).toEqual({ asOf: "2024-12-31", lang: "en" });
  await waitFor(() => expect(document.documentElement.lang).toBe("en"));
});

test("a switch keeps the old page until all has come, and is one step where all is there", async () => {
  // Held from the beginning: what is in the other language may be fetched ahead before anybody asks for it.
  const answered = vi.mocked(fetch).getMockImplementation();
  let answerAll = () => {};
  const held = new Promise<void>((done) => {
    answerAll = done;
  });
  vi.mocked(fetch).mockImplementation(async (...asked) => {
    const [of] = asked;
    if ((of instanceof Request ? of.url : String(of)).includes("lang=en")) await held;
    return (await answered?.(...asked)) as Response;
  });
  open("/");
  await screen.findByRole("link", { name: /English/ });
  let waits = 0;
  new MutationObserver((changes) => {
    waits += changes.filter(({ oldValue }) => oldValue === "true").length;
  }).observe(screen.getByRole("main"), { attributeFilter: ["aria-busy"], attributeOldValue: true });
  screen.getByRole("link", { name: /English/ }).click();
  await waitFor(() => expect(screen.getByRole("main").getAttribute("aria-busy")).toBe("true"));
  screen.getByText(/^Cơ quan chủ trì/);
  answerAll();
  await screen.findByText(/^Lead body/);
  await waitFor(() => expect(waits).toBe(1));
  screen.getByRole("link", { name: /Tiếng Việt/ }).click();
  await screen.findByText(/^Cơ quan chủ trì/);
  screen.getByRole("link", { name: /English/ }).click();
  await screen.findByText(/^Lead body/);
  expect(waits).toBe(1);
});

test("a link to another page keeps language and day, and a click that asks for a new window is the browser's", async () => {
  const router = open("/?lang=en&asOf=2024-12-31");
  const link = await screen.findByRole("link", { name: "Data" });
  expect(link.getAttribute("href")).toBe("/data?asOf=2024-12-31&lang=en");
  const left = (init: MouseEventInit) =>
    link.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, ...init }));
  expect([left({ ctrlKey: true }), left({ metaKey: true }), left({ shiftKey: true }), left({ button: 1 })]).toEqual([
    true,
    true,
    true,
    true,
  ]);
  expect(router.state.location.pathname).toBe("/");
  expect(left({})).toBe(false);
  await waitFor(() => expect(router.state.location.href).toBe("/data?asOf=2024-12-31&lang=en"));
});

test("a day before the first release is said to be empty, with the way back", async () => {
  open("/?asOf=1999-01-01");
  await screen.findByRole("heading", { name: "Chưa có số liệu tại ngày này" });
});

test("an unknown page is said to be unknown", async () => {
  open("/nowhere?lang=en");
  await screen.findByRole("heading", { name: "This page does not exist" });
  await waitFor(() => expect(document.title).toContain("This page does not exist"));
});

test("a selection that the server refuses says what was wrong, and is cleared on request", async () => {
  vi.mocked(fetch).mockImplementation(async (path) =>
    String(path).includes("indicator=NOPE")
      ? Response.json({ detail: "indicator: unknown indicator NOPE" }, { status: 422 })
      : Response.json(answer(String(path))),
  );
  const router = open("/data?lang=en&indicator=NOPE");
  await screen.findByText(/unknown indicator NOPE/);
  screen.getByRole("link", { name: "Clear the selection" }).click();
  await waitFor(() => expect(screen.queryByText(/unknown indicator NOPE/)).toBeNull());
  expect(router.state.location.search).toEqual({ lang: "en" });
});
