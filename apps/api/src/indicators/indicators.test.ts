import type { Observation } from "@moc2030/shared/schema/observation";
import { expect, test } from "vitest";
import { testApp } from "../app.fixture.ts";

const { json } = await testApp();
type Item = {
  code: string;
  coverage: { compiler: string; areas: number; figures: number; revisions: number; from: number; to: number }[];
};

test.each(["", "?asOf=2024-12-31"])("the catalogue%s counts what the list of observations has", async (when) => {
  const { items } = (await json(`/indicators${when}`)) as { items: Item[] };
  const figures = (await json(`/observations${when}`)) as { items: Observation[] };
  const revisions = (await json(`/observations${when ? `${when}&` : "?"}history=true`)) as { items: Observation[] };
  for (const { code, coverage } of items) {
    const own = figures.items.filter((o) => o.indicator === code);
    const compilers = [...new Set(own.map((o) => o.compiler))].sort();
    expect(coverage).toEqual(
      compilers.map((compiler) => {
        const made = own.filter((o) => o.compiler === compiler);
        const years = made.map((o) => o.timePeriod);
        return {
          compiler,
          areas: new Set(made.map((o) => o.refArea)).size,
          figures: made.length,
          revisions: revisions.items.filter((o) => o.indicator === code && o.compiler === compiler).length,
          from: Math.min(...years),
          to: Math.max(...years),
        };
      }),
    );
  }
});

test("an indicator's page and the catalogue agree", async () => {
  const { items } = (await json("/indicators")) as { items: Item[] };
  const { indicator } = (await json("/indicators/INTERNET_USERS")) as { indicator: Item };
  expect(indicator.coverage).toEqual(items.find((item) => item.code === "INTERNET_USERS")?.coverage);
  expect(indicator.coverage.map((one) => one.compiler)).toEqual(["ITU", "MIC"]);
});

test("compilers have their names of the day, in the list and with their indicator", async () => {
  const nsoOn = async (when: string) => {
    const list = (await json(`/compilers${when}`)).items;
    const own = (await json(`/indicators/DIGITAL_ECONOMY_GDP${when}`)).compilers;
    const names = [list, own].map((all) => all.find((one: { code: string }) => one.code === "NSO").name);
    expect(names[0]).toBe(names[1]);
    return names[0];
  };
  const { items } = await json("/compilers?asOf=2025-02-28");
  expect(items.map((one: { former: unknown }) => one.former)).not.toContainEqual(expect.anything());
  expect(await nsoOn("?asOf=2025-02-28")).toBe("Tổng cục Thống kê, Bộ Kế hoạch và Đầu tư");
  expect(await nsoOn("?asOf=2025-03-01")).toMatch(/^Cục Thống kê, Bộ Tài chính/);
  expect(await nsoOn("")).toMatch(/^Cục Thống kê, Bộ Tài chính/);
});
