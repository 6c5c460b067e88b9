import { render } from "@testing-library/react";
import { expect, test } from "vitest";
import { i18nOf } from "../../text/catalogue.ts";
import { TextProvider } from "../../text/text.tsx";
import pages from "../../text/vi.json" with { type: "json" };
import vi from "../../text/vi.json" with { type: "json" };
import { aFigure, anIndicator } from "../../words/data.fixture.ts";
import { FigureChange } from "./figure-change.tsx";

const share = anIndicator({
  code: "DIGITAL_ECONOMY_GDP",
  shortName: "Kinh tế số/GDP",
  valueKind: "share",
  compiler: "NSO",
});
const said = (change: Parameters<typeof FigureChange>[0]["change"]) =>
  render(
    <TextProvider i18n={i18nOf("vi", { ...vi, ...pages })}>
      <FigureChange change={change} indicator={share} />
    </TextProvider>,
  ).container.textContent;

test("a revised figure stands beside what it was, with the words it needs", () => {
  const some = { compiler: "NSO", decimals: 2, obsStatus: ["P" as const] };
  expect(said({ old: aFigure(2023, 12.33, some), new: aFigure(2023, 12.87, some) })).toBe(
    "Kinh tế số/GDP 2023: 12,33% → 12,87% (sơ bộ)",
  );
});

test("a recalled figure is never shown without its mark, nor a ministry's without its own", () => {
  const recalled = aFigure(2020, 8.2, { compiler: "MIC", decimals: 1, obsStatus: ["E"], confidence: "unverified" });
  const text = said({ old: null, new: recalled });
  expect(text).toContain("8,2%");
  expect(text).toContain("chưa xác minh");
  expect(text).toContain("số liệu bộ, ngành (tham khảo)");
});
