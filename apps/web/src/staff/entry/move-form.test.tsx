import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from "@tanstack/react-router";
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { i18nOf } from "../../text/catalogue.ts";
import en from "../../text/en.json" with { type: "json" };
import staffEn from "../../text/staff.en.json" with { type: "json" };
import { TextProvider } from "../../text/text.tsx";
import { MoveForm } from "./move-form.tsx";
import type { EntryFigure } from "./reads.ts";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test("a figure that moves to another economy of the same year gives its draft both places as a title", async () => {
  const area = (code: string, name: string) => ({ code, name, kind: "country" });
  const sent: { path: string; body: unknown }[] = [];
  vi.stubGlobal("fetch", async (path: string, { method = "GET", body }: RequestInit = {}) => {
    if (path.includes("/areas")) return Response.json({ items: [area("LAO", "Laos"), area("THA", "Thailand")] });
    if (path.includes("/indicators"))
      return Response.json({ items: [{ code: "GII_RANK", shortName: "Global innovation" }] });
    if (method === "POST") sent.push({ path, body: JSON.parse(String(body)) });
    return Response.json({ id: 7, version: 1 });
  });
  const key = { indicator: "GII_RANK", compiler: "WIPO", refArea: "THA", timePeriod: 2025 };
  const figure = { key, indicator: { shortName: "Global innovation" } } as EntryFigure;
  const state = { phase: "clean", submission: null, item: null, problem: null, theirs: null } as const;
  const router = createRouter({
    routeTree: createRootRoute({ component: () => <MoveForm figure={figure} state={state} /> }),
    history: createMemoryHistory({ initialEntries: ["/entry/GII_RANK/2025"] }),
  });
  await router.load();
  render(
    <QueryClientProvider client={new QueryClient()}>
      <TextProvider i18n={i18nOf("en", { ...en, ...staffEn })}>
        <RouterProvider router={router as never} />
      </TextProvider>
    </QueryClientProvider>,
  );
  await screen.findByRole("option", { name: "Laos", hidden: true });
  fireEvent.change(screen.getByLabelText("The right economy"), { target: { value: "LAO" } });
  fireEvent.change(screen.getByLabelText(staffEn["form.reasonText"]), { target: { value: "Read one line too low" } });
  fireEvent.click(screen.getByText(staffEn["move.do"]));
  await vi.waitFor(() => expect(sent).toHaveLength(2));
  expect(sent[0]?.body).toMatchObject({
    title: "Figure moved: Global innovation, Thailand, 2025 → Global innovation, Laos, 2025",
  });
  expect(sent[1]?.body).toMatchObject({ refArea: "THA", from: 2025, to: 2025, toArea: "LAO" });
});
