import type { Area, FigureChanged, IndicatorItem } from "../../client/api.ts";
import { useText } from "../../text/text.tsx";
import { ScrollBox } from "../../ui/scroll-box.tsx";
import { observed } from "../../words/format.ts";

type Props = { figures: FigureChanged[]; indicators: IndicatorItem[]; areas: Area[] };

/** The figures of other economies in a release, which can be hundreds: closed until they are asked for. */
export function OtherEconomies({ figures, indicators, areas }: Props) {
  const { say } = useText();
  if (figures.length === 0) return null;
  const codes = [...new Set(figures.map(({ new: now }) => now.indicator))];
  const names = new Map(areas.map(({ code, name }) => [code, name]));
  return (
    <details className="more mt-8">
      <summary>{say("releases.others", { n: figures.length })}</summary>
      {codes.map((code) => (
        <EconomiesTable
          key={code}
          figures={figures.filter(({ new: now }) => now.indicator === code)}
          indicator={indicators.find((one) => one.code === code)}
          names={names}
        />
      ))}
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
    <div className="mt-4">
      <ScrollBox label={caption}>
        <table className="table max-w-2xl">
          <caption className="pb-1 text-sm font-semibold">{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{say("releases.economy")}</th>
              <th scope="col">{say("releases.period")}</th>
              <th scope="col" className="num">
                {say("releases.old")}
              </th>
              <th scope="col" className="num">
                {say("releases.new")}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ old, new: now }) => (
              <tr key={`${now.refArea} ${now.compiler} ${now.timePeriod}`}>
                <th scope="row" className="font-normal">
                  {nameOf(now.refArea)}
                </th>
                <td>{now.timePeriod}</td>
                <td className="num">{(old && observed(old, kind, lang)) ?? "–"}</td>
                <td className="num">{observed(now, kind, lang) ?? say("releases.noValue")}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </div>
  );
}
