import type { Area, FigureChanged, IndicatorItem } from "../../client/api.ts";
import { useText } from "../../text/text.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { observed } from "../../words/format.ts";
import { WholeFile } from "./whole-file.tsx";

/** `all`: how many there are, of which `figures` may be a part; `file` has all of them. */
type Props = { figures: FigureChanged[]; all: number; file: string; indicators: IndicatorItem[]; areas: Area[] };

/** Figures of other economies in a release, collapsed, since there can be hundreds. */
export function OtherEconomies({ figures, all, file, indicators, areas }: Props) {
  const { say } = useText();
  if (all === 0) return null;
  const codes = [...new Set(figures.map(({ new: now }) => now.indicator))];
  const names = new Map(areas.map(({ code, name }) => [code, name]));
  return (
    <details className="more mt-8">
      <summary>{say("releases.others", { n: all })}</summary>
      {codes.map((code) => (
        <EconomiesTable
          key={code}
          figures={figures.filter(({ new: now }) => now.indicator === code)}
          indicator={indicators.find((one) => one.code === code)}
          names={names}
        />
      ))}
      <WholeFile shown={figures.length} all={all} file={file} />
    </details>
  );
}

type TableProps = {
  figures: FigureChanged[];
  indicator: IndicatorItem | undefined;
  names: ReadonlyMap<string, string>;
};

function EconomiesTable({ figures, indicator, names }: TableProps) {
  const { say, lang } = useText();
  const nameOf = (code: string) => names.get(code) ?? code;
  const kind = indicator?.valueKind ?? "index";
  const rows = figures.toSorted((a, b) => nameOf(a.new.refArea).localeCompare(nameOf(b.new.refArea), lang));
  const caption = indicator?.name ?? rows[0]?.new.indicator ?? "";
  return (
    <>
      <h3 className="mt-4 text-sm">{caption}</h3>
      <DataTable
        caption={caption}
        className="max-w-2xl"
        rows={rows}
        rowKey={({ new: now }) => `${now.refArea} ${now.compiler} ${now.timePeriod}`}
        columns={[
          { label: say("releases.economy"), className: "font-normal", cell: ({ new: now }) => nameOf(now.refArea) },
          { label: say("releases.period"), cell: ({ new: now }) => now.timePeriod },
          { label: say("releases.old"), isNumber: true, cell: ({ old }) => (old && observed(old, kind, lang)) ?? "–" },
          {
            label: say("releases.new"),
            isNumber: true,
            cell: ({ new: now }) => observed(now, kind, lang) ?? say("releases.noValue"),
          },
        ]}
      />
    </>
  );
}
