import type { FigureChanged, IndicatorItem, SourceOf } from "../../client/api.ts";
import { SourceLink } from "../../document/source-link.tsx";
import { SourceNote } from "../../document/source-note.tsx";
import { useText } from "../../text/text.tsx";
import { StackedTable } from "../../ui/stacked-table.tsx";
import { Figure, FigureName } from "./figure-change.tsx";

type Props = {
  caption: string;
  figures: FigureChanged[];
  indicators: IndicatorItem[];
  sourceOf: SourceOf;
};

/** Figures of the country that a release brought or changed: old, new, and where the new one was read. */
export function FiguresTable({ caption, figures, indicators, sourceOf }: Props) {
  const { say } = useText();
  return (
    <StackedTable
      caption={caption}
      columns={[
        { label: say("row.indicator"), width: "md:w-[26%] print:w-[26%]" },
        { label: say("releases.period") },
        { label: say("releases.old") },
        { label: say("releases.new") },
        { label: say("releases.sourceAndNote"), width: "md:w-[36%] print:w-[36%]" },
      ]}
      rows={figures.map(({ old, new: now }) => {
        const indicator = indicators.find(({ code }) => code === now.indicator);
        return {
          key: `${now.indicator} ${now.compiler} ${now.timePeriod}`,
          cells: [
            <FigureName key="name" figure={now} indicator={indicator} />,
            now.timePeriod,
            old ? <Figure key="old" figure={old} indicator={indicator} /> : <Unknown key="old" />,
            <Figure key="new" figure={now} indicator={indicator} />,
            <div key="source" className="text-xs">
              <SourceLink id={now.source} source={sourceOf(now.source)} />
              {now.obsCom ? (
                <span className="mt-0.5 block text-soft">
                  <SourceNote text={now.obsCom} sourceOf={sourceOf} />
                </span>
              ) : null}
            </div>,
          ],
        };
      })}
    />
  );
}

/** Nothing was known before. */
export const Unknown = () => <span className="text-soft">{useText().say("releases.unknown")}</span>;
