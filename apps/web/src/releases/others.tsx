import { useSuspenseQuery } from "@tanstack/react-query";
import { Suspense, useState } from "react";
import { type FigureChanged, type IndicatorItem, areas as readAreas } from "../api.ts";
import { observed } from "../format.ts";
import { usePageText } from "../text/page-text.tsx";
import { ScrollBox } from "../ui/scroll-box.tsx";
import { Bone } from "../ui/skeleton.tsx";
import { useView } from "../view.tsx";

type Props = { figures: FigureChanged[]; indicators: IndicatorItem[] };

/** The figures of other economies in a release, which can be hundreds: made only once they are asked for. */
export function OtherEconomies({ figures, indicators }: Props) {
  const { say } = usePageText();
  const [isOpen, setOpen] = useState(false);
  if (figures.length === 0) return null;
  const codes = [...new Set(figures.map(({ new: now }) => now.indicator))];
  return (
    <details className="more mt-8" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{say("releases.others", { n: figures.length })}</summary>
      {isOpen ? (
        <Suspense fallback={<Bone className="mt-3 h-96" />}>
          {codes.map((code) => (
            <EconomiesTable
              key={code}
              figures={figures.filter(({ new: now }) => now.indicator === code)}
              indicator={indicators.find((one) => one.code === code)}
            />
          ))}
        </Suspense>
      ) : null}
    </details>
  );
}

function EconomiesTable({ figures, indicator }: { figures: FigureChanged[]; indicator: IndicatorItem | undefined }) {
  const { say, lang } = usePageText();
  const { data } = useSuspenseQuery(readAreas(useView()));
  const nameOf = (code: string) => data.items.find((area) => area.code === code)?.name ?? code;
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
