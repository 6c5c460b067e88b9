import type { ChartRequest } from "@moc2030/shared/chart-file";
import * as api from "../api.ts";
import { comparisonLayout } from "../charts/comparison-layout.ts";
import { ComparisonMarks } from "../charts/comparison-marks.tsx";
import { comparisonState } from "../charts/comparison-state.ts";
import type { PictureContent } from "../charts/picture.tsx";
import type { ReadAnswer } from "../document/page.ts";
import { footerOf } from "../picture-footer.ts";
import type { PageText } from "../text/page-text.tsx";
import { aroundOf, chartOf, focusOf } from "./comparison.ts";
import { chosenAreas, comparables, comparedLines, GROUP, membersOn } from "./state.ts";
import { comparisonSummary, comparisonTitle } from "./wording.ts";

/** The chart of the comparison page as a file. */
export async function comparisonPicture(
  request: Extract<ChartRequest, { page: "compare" }>,
  read: ReadAnswer,
  text: PageText,
): Promise<PictureContent> {
  const { indicator: code, areas: asked, from, to, referenceDate } = request;
  const [catalogue, { items: areas }] = await Promise.all([read(api.indicators(request)), read(api.areas(request))]);
  const all = comparables(catalogue.items);
  const shown = code === undefined ? all[0] : all.find((one) => one.indicator.code === code);
  const members = membersOn(areas, GROUP, referenceDate);
  const chosen = chosenAreas(asked, areas, referenceDate);
  const page = { path: "/compare", search: { indicator: code, areas: asked, from, to } };
  const footer = (...sources: string[]) => footerOf(request, page, catalogue.release, sources, text);
  if (!shown || chosen.length === 0) {
    const name = catalogue.items.find((one) => one.code === code)?.shortName ?? code ?? text.say("nav.compare");
    const title = text.say("compare.titleEmpty", { name });
    return { title, description: text.say("value.none"), subtitle: "", footer: footer() };
  }
  const { indicator, compiler } = shown;
  const others = chosen.filter((area) => !members.includes(area));
  const [group, more] = await Promise.all([
    read(api.observations(request, { indicator: indicator.code, area: GROUP })),
    others.length > 0 ? read(api.observations(request, { indicator: indicator.code, area: others.join(",") })) : null,
  ]);
  const around = aroundOf(shown, members, group.items, areas, { from, to });
  const figures = [...group.items, ...(more?.items ?? [])];
  const lines = comparedLines(figures, chosen, compiler, around.years, around.nameOf);
  const facts = { measure: indicator, lines, group: around.group, members };
  const chart = chartOf({ shown, lines, focus: focusOf(chosen) }, text);
  const state = comparisonState(chart, chart.words, chart.format);
  return {
    title: comparisonTitle(facts, text),
    description: comparisonSummary(facts, text),
    subtitle: text.say("picture.subtitle", { name: indicator.name, unit: indicator.unit }),
    footer: footer(compiler),
    ...(state.runs.length > 0 && {
      marks: (width, height) => (
        <ComparisonMarks
          state={state}
          layout={comparisonLayout(state, width, height, chart.format.tick)}
          format={chart.format}
        />
      ),
    }),
  };
}
