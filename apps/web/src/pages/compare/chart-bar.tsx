import { COUNTRY } from "@moc2030/shared/figure/country";
import { SamePageLink } from "../../address/page-link.tsx";
import { MOST_PINS } from "../../charts/comparison-look.ts";
import { useText } from "../../text/text.tsx";
import { ChoiceLinks } from "../../ui/choice-links.tsx";
import { Folded } from "../../ui/folded.tsx";
import type { Comparison } from "./comparison.ts";
import { useExplorer } from "./explorer-parts.ts";
import type { CompareSearch } from "./search.ts";
import { pinsWith } from "./state.ts";

type Props = { compared: Comparison; search: CompareSearch };

/** Toolbar below the chart, in the document and in the explorer: explorer toggle, target paths, years, pins. */
export function ChartBar({ compared, search }: Props) {
  const { shown, lines } = compared;
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
      <Colours compared={compared} search={search} />
      <p className="needs-script basis-full text-soft">{say("explore.how")}</p>
    </div>
  );
}

/** Links that pin or unpin an economy: pinned lines have a colour of their own. */
function Colours({ compared: { lines, focus, group }, search: { pins = [], tab } }: Props) {
  const { say } = useText();
  const drawn = tab === "places" ? group.rows : lines.filter(({ figures }) => figures.some((o) => o.value !== null));
  const others = drawn.filter(({ area }) => area !== focus);
  if (others.length < 2) return null;
  return (
    <Folded summary={say("explore.colours", { n: MOST_PINS })} className="basis-full">
      <ChoiceLinks
        choices={others.map(({ area, name }) => ({
          ...{ id: `pin-${area}`, label: name },
          ...{ change: { pins: pinsWith(pins, area) }, isChosen: pins.includes(area) },
        }))}
      />
    </Folded>
  );
}
