import type { ReactNode } from "react";
import type { FigureChanged, IndicatorItem } from "../../client/api.ts";
import { useText } from "../../text/text.tsx";
import { StackedTable } from "../../ui/stacked-table.tsx";
import { Figure, FigureName } from "./figure-change.tsx";

type Props = {
  caption: string;
  /** Headers of the columns for the old figure, the new figure, and the `last` cell. */
  columns: { before: string; after: string; last: string };
  figures: FigureChanged[];
  indicators: IndicatorItem[];
  last: (change: FigureChanged) => ReactNode;
};

/** A table of the country's changed figures, old and new; `last` renders the last cell. */
export function FiguresTable({ caption, columns, figures, indicators, last }: Props) {
  const { say } = useText();
  return (
    <StackedTable
      caption={caption}
      columns={[
        { label: say("row.indicator"), width: "md:w-[27%] print:w-[27%]" },
        { label: say("releases.period") },
        { label: columns.before },
        { label: columns.after },
        { label: columns.last, width: "md:w-[34%] print:w-[34%]" },
      ]}
      rows={figures.map((change) => {
        const { old, new: now } = change;
        const indicator = indicators.find(({ code }) => code === now.indicator);
        return {
          key: `${now.indicator} ${now.compiler} ${now.timePeriod}`,
          cells: [
            <FigureName key="name" figure={now} indicator={indicator} />,
            now.timePeriod,
            old ? (
              <Figure key="old" figure={old} indicator={indicator} />
            ) : (
              <span key="old" className="text-soft">
                {say("releases.unknown")}
              </span>
            ),
            <Figure key="new" figure={now} indicator={indicator} />,
            last(change),
          ],
        };
      })}
    />
  );
}
