import { context, proposed } from "@moc2030/shared/entry/checks.fixture";
import { dryRun } from "@moc2030/shared/entry/dry-run";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from "@tanstack/react-router";
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { useState } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ViewContext } from "../../address/view.tsx";
import { i18nOf } from "../../text/catalogue.ts";
import en from "../../text/en.json" with { type: "json" };
import staffEn from "../../text/staff.en.json" with { type: "json" };
import { TextProvider } from "../../text/text.tsx";
import type { Me } from "../session/client.ts";
import { MeContext } from "../session/me.ts";
import type { Item, Submission } from "../submissions/reads.ts";
import { ReturnedFor } from "../work/returned-for.tsx";
import { DraftTable } from "./draft-table.tsx";

const item = (id: number, refArea: string, value: string, more: Partial<Item> = {}): Item => ({
  ...{ ...proposed, refArea, value, obsStatus: ["A"], evidence: [], baseRelease: null, reason: null },
  ...{ id, files: [], pair: null, state: "open", current: null, moved: false, errors: [], warnings: [], others: [] },
  ...{ hidden: false, since: null, previous: null, comments: [] },
  ...more,
});
const submission: Submission = {
  ...{ id: 7, version: 3, state: "returned", title: "GII 2026", author: { id: "lan", name: "Lan" } },
  ...{ createdAt: "2026-11-20T01:00:00Z", updatedAt: "2026-11-21T01:00:00Z", submittedAt: "2026-11-20T02:00:00Z" },
  ...{ unanswered: { items: [], whole: false }, toMend: 0, statements: [], removed: [], earlyReaders: [] },
  items: [item(1, "VNM", "42"), item(2, "THA", "46", { since: "changed" })],
  reviews: [
    {
      ...{ id: 1, reviewer: { id: "hoa", name: "Hoa" }, onBehalfOf: null, decision: "return", reason: "One to mend" },
      ...{ at: "2026-11-21T01:00:00Z", publishAt: null, release: null },
      items: [
        { item: 1, outcome: "return", reason: null },
        { item: 2, outcome: "return", reason: "In print it is 45" },
      ],
    },
  ],
};

/** What is sent in place of reads: its path and body. The check is the rules' own. */
let sent: { path: string; version: string | null; body: string }[] = [];
const answer = (path: string, body: string): unknown => {
  if (path.includes("/areas")) return { items: [{ code: "THA", name: "Thailand, as in the data", kind: "country" }] };
  if (path.startsWith("/api/v1/indicators")) return { items: [{ ...context.indicator, unit: "rank" }] };
  if (!path.includes("dry-run")) return path.includes("/submissions/7") ? submission : { items: [] };
  const run = dryRun(
    body,
    { numbers: "en", lang: "en", defaults: {}, delimiter: "tab" },
    { today: context.today, indicator: () => context.indicator, areas: (code) => [code], context: () => context },
  );
  const rows = run.ok ? run.rows.map(({ figure: _, said, ...rest }) => ({ ...said, ...rest })) : [];
  return { ...run, rows };
};
const network = async (path: string, { method = "GET", headers, body }: RequestInit = {}) => {
  if (method !== "GET" && !path.includes("dry-run")) {
    sent.push({ path, version: new Headers(headers).get("if-match"), body: String(body) });
  }
  return Response.json(answer(path, String(body)));
};

const me = { id: "lan", name: "Lan", actions: ["submission.write"] } as unknown as Me;
/** What the page has read of the draft. */
let drawn = submission;
let readAgain = () => {};
const unsaved = vi.fn<(is: boolean) => void>();
const draw = async (what: "table" | "reasons") => {
  const Drawn = () => {
    const [, setTurn] = useState(0);
    readAgain = () => setTurn((n) => n + 1);
    return what === "table" ? (
      <DraftTable submission={drawn} onUnsaved={unsaved}>
        {null}
      </DraftTable>
    ) : (
      <ReturnedFor id={7} />
    );
  };
  const router = createRouter({
    routeTree: createRootRoute({ component: Drawn }),
    history: createMemoryHistory({ initialEntries: ["/submissions/7?as=table"] }),
  });
  await router.load();
  render(
    <QueryClientProvider client={new QueryClient()}>
      <ViewContext value={{ lang: "en", asOf: undefined }}>
        <TextProvider i18n={i18nOf("en", { ...en, ...staffEn })}>
          <MeContext value={me}>
            <RouterProvider router={router as never} />
          </MeContext>
        </TextProvider>
      </ViewContext>
    </QueryClientProvider>,
  );
};
beforeEach(() => {
  drawn = submission;
  sent = [];
  unsaved.mockClear();
  vi.stubGlobal("fetch", network);
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const cell = (name: string) => screen.findByRole<HTMLInputElement>("textbox", { name });
const type = async (name: string, value: string) => {
  const input = await cell(name);
  fireEvent.change(input, { target: { value } });
  fireEvent.blur(input);
};
const press = async (name: string | RegExp) => fireEvent.click(await screen.findByRole("button", { name }));

test("a row that went back says why and that it was changed, as part of what describes its cells", async () => {
  await draw("table");
  const id = (await cell("Value, line 2")).getAttribute("aria-describedby") ?? "";
  const said = document.getElementById(id)?.textContent;
  for (const part of ["Reason given by Hoa", "In print it is 45", "changed since handed in before"])
    expect(said).toContain(part);
  expect((await cell("Value, line 1")).getAttribute("aria-describedby")).toBeNull();
});

test("where a reason was given for one row alone, the table says nothing of the others", async () => {
  const reviews = submission.reviews.map((review) => ({ ...review, reason: null }));
  drawn = { ...submission, reviews };
  await draw("table");
  await screen.findByText("In print it is 45");
  expect(screen.queryByText("Hoa asked for no change to this figure.")).toBeNull();
});

test("a row without a figure says what kind of number is expected there", async () => {
  drawn = { ...submission, reviews: [], items: [item(1, "VNM", ""), item(2, "THA", "46")] };
  await draw("table");
  const wanted = await screen.findByText("A whole number from 1 to 200 (rank)");
  expect((await cell("Value, line 1")).getAttribute("aria-describedby")).toBe(wanted.id);
  await type("Value, line 1", "43");
  await vi.waitFor(() => expect(wanted.isConnected).toBe(false));
});

test("a question that comes in is shown at its row, and what is being typed stays", async () => {
  await draw("table");
  const value = await cell("Value, line 1");
  fireEvent.change(value, { target: { value: "41" } });
  const asked = { id: 5, author: { id: "hoa", name: "Hoa" }, at: "2026-11-21T03:00:00Z", text: "Which table?" };
  const [first, ...others] = submission.items;
  drawn = { ...submission, items: [{ ...(first as Item), comments: [asked] }, ...others] };
  readAgain();
  await screen.findByText("Which table?");
  expect(await cell("Value, line 1")).toBe(value);
  expect(value.value).toBe("41");
  fireEvent.click(screen.getByText("Answer, or ask more", { selector: "summary" }));
  fireEvent.change(screen.getByLabelText("What you say"), { target: { value: "Table 2" } });
  drawn = {
    ...drawn,
    items: [{ ...(first as Item), comments: [asked, { ...asked, id: 6, text: "Or figure?" }] }, ...others],
  };
  readAgain();
  await screen.findByText("Or figure?");
  expect(screen.getByDisplayValue("Table 2")).toBeTruthy();
});

test("only the row that was changed is sent, in the place of its figure; with nothing changed there is nothing to save", async () => {
  await draw("table");
  await cell("Value, line 1");
  expect(screen.queryByRole("button", { name: /^Save/ })).toBeNull();
  await type("Value, line 2", "45");
  await screen.findByText("Not saved yet: 1 row. To be mended: 0.");
  expect(unsaved).toHaveBeenLastCalledWith(true);
  await press("Save 1 row");
  await vi.waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]).toMatchObject({ path: expect.stringContaining("changes=2%3A2"), version: '"3"' });
  expect(sent[0]?.body.split("\n").slice(1)).toEqual([expect.stringContaining("45")]);
});

test("a row with a warning is sent with words, for which their field asks", async () => {
  await draw("table");
  await type("Value, line 1", "100");
  const words = await screen.findByRole("textbox", { name: staffEn["form.confirm"] });
  await press("Save 1 row");
  await screen.findByText(staffEn["form.confirmMissing"]);
  expect(document.activeElement).toBe(words);
  expect(sent).toEqual([]);
  fireEvent.change(words, { target: { value: "As printed" } });
  await press("Save 1 row");
  await vi.waitFor(() => expect(sent[0]?.path).toContain("confirmation=As+printed"));
});

test("a row that cannot be read is not sent, a dropped one is taken out", async () => {
  await draw("table");
  await type("Value, line 2", "x");
  await screen.findByText("Not saved yet: 1 row. To be mended: 1.");
  await press("Drop line 1");
  await press("Save: drop 1 row");
  await vi.waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]?.path).toContain("drops=1");
  expect(sent[0]?.path).not.toContain("changes=");
});

test("the start page gives the reason for all, and that of a figure with what became of it", async () => {
  await draw("reasons");
  await screen.findByText("Reason given by Hoa");
  await screen.findByText("One to mend");
  const figures = screen.getAllByRole("listitem").map(({ textContent }) => textContent);
  expect(figures).toEqual([
    "GII_RANK, Thailand, as in the data, 2026: In print it is 45 changed since handed in before",
  ]);
});
