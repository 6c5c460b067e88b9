import type { ReactNode } from "react";
import type { FigureChanged, IndicatorItem } from "../../client/api.ts";
import { useText } from "../../text/text.tsx";
import { StackedTable } from "../../ui/stacked-table.tsx";
import { Figure, FigureName } from "./figure-change.tsx";
import { WholeFile } from "./whole-file.tsx";

/** Rows of a table, so that a document stays within bounds whatever a release holds. */
const MOST_ROWS = 300;

type Props = {
  caption: string;
  /** Headers of the columns for the old figure, the new figure, and the `last` cell. */
  columns: { before: string; after: string; last: string };
  figures: FigureChanged[];
  /** How many figures there are, where `figures` is a part of them. */
  all?: number;
  /** URL of all of them. */
  file: string;
  indicators: IndicatorItem[];
  last: (change: FigureChanged) => ReactNode;
};

/** A table of the country's changed figures, old and new; `last` renders the last cell. */
export function FiguresTable({ caption, columns, figures, all = figures.length, file, indicators, last }: Props) {
  const { say } = useText();
  const shown = figures.slice(0, MOST_ROWS);
  return (
    <>
      <StackedTable
        caption={caption}
        columns={[
          { label: say("row.indicator"), width: "md:w-[27%] print:w-[27%]" },
          { label: say("releases.period") },
          { label: columns.before },
          { label: columns.after },
          { label: columns.last, width: "md:w-[34%] print:w-[34%]" },
        ]}
        rows={shown.map((change) => {
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
      <WholeFile shown={shown.length} all={all} file={file} />
    </>
  );
}
