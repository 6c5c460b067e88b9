import { COUNTRY } from "@moc2030/shared/figure/country";
import { SamePageLink } from "../../address/page-link.tsx";
import { useText } from "../../text/text.tsx";
import type { Comparison } from "./comparison.ts";
import { useExplorer } from "./explorer-parts.ts";
import type { CompareSearch } from "./search.ts";

type Props = { compared: Comparison; search: CompareSearch };

/** Under the chart: what brings the explorer, which has the same bar, and what it can be asked to show. */
export function ChartBar({ compared: { shown, lines }, search }: Props) {
  const { say } = useText();
  const explorer = useExplorer();
  const { paths, pins, tab } = search;
  const canShowPaths =
    tab !== "places" && shown.indicator.targets.length > 0 && lines.some(({ area }) => area === COUNTRY);
  return (
    <div className="no-print mt-3 flex flex-wrap items-center gap-3 text-sm">
      <button
        type="button"
        className="button needs-script aria-pressed:border-accent aria-pressed:text-accent"
        aria-pressed={explorer !== null}
        data-explore=""
        onClick={explorer?.onClose}
      >
        {say("explore.button")}
      </button>{" "}
      {canShowPaths ? (
        <SamePageLink change={{ paths: paths ? undefined : "1" }} className="button">
          {say(paths ? "explore.hidePaths" : "explore.paths")}
        </SamePageLink>
      ) : null}{" "}
      {search.from !== undefined || search.to !== undefined ? (
        <SamePageLink change={{ from: undefined, to: undefined }} className="button">
          {say("explore.allYears")}
        </SamePageLink>
      ) : null}{" "}
      {pins ? (
        <SamePageLink change={{ pins: undefined }} className="button">
          {say("explore.unpin", { n: pins.length })}
        </SamePageLink>
      ) : null}
      <p className="needs-script basis-full text-soft">{say("explore.how")}</p>
    </div>
  );
}
