import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { i18nOf } from "../../text/catalogue.ts";
import en from "../../text/en.json" with { type: "json" };
import staffEn from "../../text/staff.en.json" with { type: "json" };
import { TextProvider } from "../../text/text.tsx";
import type { Me } from "../session/client.ts";
import { MeContext } from "../session/me.ts";
import { AwayPage } from "./away-page.tsx";

const me = { id: "lan", name: "Lan", role: "contributor", actions: [] } as unknown as Me;

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test("publications of one day are told apart, by what they publish", async () => {
  const scheduled = ["GII 2026", "EGDI 2026"].map((title, n) => ({
    ...{ submission: n + 1, title, publishAt: `2026-12-02T0${n + 1}:00:00Z` },
  }));
  vi.stubGlobal("fetch", async (path: string) =>
    Response.json({ today: "2026-11-27", items: path.includes("/scheduled") ? scheduled : [] }),
  );
  const said = vi.spyOn(console, "error");
  render(
    <QueryClientProvider client={new QueryClient()}>
      <TextProvider i18n={i18nOf("en", { ...en, ...staffEn })}>
        <MeContext value={me}>
          <AwayPage />
        </MeContext>
      </TextProvider>
    </QueryClientProvider>,
  );
  await screen.findByRole("link", { name: "GII 2026" });
  expect(screen.getAllByRole("link", { name: / 2026$/ }).map((link) => link.textContent)).toEqual([
    "GII 2026",
    "EGDI 2026",
  ]);
  // React says so where two rows are one to it.
  expect(said).not.toHaveBeenCalled();
});
