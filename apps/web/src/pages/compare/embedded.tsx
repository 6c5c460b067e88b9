import { ComparisonChart } from "../../charts/comparison-chart.tsx";
import { useText } from "../../text/text.tsx";
import { chartOf } from "./chart-props.ts";
import { type Comparison, factsOf } from "./comparison.ts";
import { comparisonSummary, comparisonTitle } from "./wording.ts";

/** A comparison for a page elsewhere: title, chart and what it shows in words. */
export function EmbeddedComparison({ compared }: { compared: Comparison }) {
  const text = useText();
  const facts = factsOf(compared);
  const { editions, ...chart } = chartOf(compared, undefined, text);
  return (
    <>
      <p className="text-sm text-soft">{compared.shown.indicator.name}</p>
      <h1 id="chart-title" className="text-lg">
        {comparisonTitle(facts, text)}
      </h1>
      {editions.length > 1 ? (
        <div className="mt-3">
          <ComparisonChart {...chart} isStill />
        </div>
      ) : null}
      <p id="chart-summary" className="measure mt-3 text-sm">
        {comparisonSummary(facts, text)}
      </p>
    </>
  );
}
