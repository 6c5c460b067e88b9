import type { ChartRequest } from "@moc2030/shared/page/chart-file";
import { comparisonLayout } from "../../charts/comparison-layout.ts";
import { ComparisonMarks } from "../../charts/comparison-marks.tsx";
import { comparisonState } from "../../charts/comparison-state.ts";
import type { PictureContent } from "../../charts/picture.tsx";
import * as api from "../../client/api.ts";
import type { ReadAnswer } from "../../document/page.ts";
import { footerOf } from "../../document/picture-footer.ts";
import type { Text } from "../../text/text.tsx";
import { chartOf } from "./chart-props.ts";
import { factsOf, readComparison } from "./comparison.ts";
import { comparisonSummary, comparisonTitle } from "./wording.ts";

/** Content of the comparison chart's file; without marks if the indicator cannot be compared. */
export async function comparisonPicture(
  request: Extract<ChartRequest, { page: "compare" }>,
  read: ReadAnswer,
  text: Text,
): Promise<PictureContent> {
  const { indicator: code, areas, from, to, referenceDate } = request;
  const asked = { indicator: code, areas, from, to };
  const compared = await readComparison(read, request, asked, referenceDate);
  const page = { path: "/compare", search: asked };
  // The page would fall back to another indicator; a file must not.
  if (!compared || (code !== undefined && compared.shown.indicator.code !== code)) {
    const catalogue = await read(api.indicators(request));
    const name = catalogue.items.find((one) => one.code === code)?.shortName ?? code ?? text.say("nav.compare");
    const title = text.say("compare.titleEmpty", { name });
    const footer = footerOf(request, page, catalogue.release, [], text);
    return { title, description: text.say("value.none"), subtitle: "", footer };
  }
  const { indicator, compiler } = compared.shown;
  const facts = factsOf(compared);
  const chart = chartOf(compared, undefined, text);
  const state = comparisonState(chart, chart.words, chart.format);
  return {
    title: comparisonTitle(facts, text),
    description: comparisonSummary(facts, text),
    subtitle: text.say("picture.subtitle", { name: indicator.name, unit: indicator.unit }),
    footer: footerOf(request, page, compared.release, [compiler], text),
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
