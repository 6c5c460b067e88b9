import type { ObservationItem } from "../../client/api.ts";
import { FigureComment } from "../../document/figure-comment.tsx";
import { SourceLink } from "../../document/source-link.tsx";
import { useText } from "../../text/text.tsx";
import { ScrollBox } from "../../ui/scroll-box.tsx";
import { flagWords } from "../../words/flags.ts";
import { observed } from "../../words/format.ts";
import { publishedText } from "../../words/published.ts";
import { CompilerChoice } from "./compiler-choice.tsx";
import type { Detail } from "./facts.ts";

type Props = { detail: Detail; figures: ObservationItem[]; compiler: string | undefined };

/** The chart's figures as a table, newest first, each with source and release. */
export function FiguresTable({ detail, figures, compiler }: Props) {
  const text = useText();
  const { say, lang } = text;
  const { indicator, sourceOf } = detail;
  const makers = detail.compilers.filter(({ code }) => figures.some((o) => o.compiler === code));
  const chosen = makers.some(({ code }) => code === compiler) ? compiler : indicator.compiler;
  const rows = figures.filter((o) => o.compiler === chosen).toReversed();
  const name = makers.find(({ code }) => code === chosen)?.name ?? chosen ?? "";
  return (
    <div className="panel mt-4 p-3 sm:p-5">
      <CompilerChoice makers={makers} chosen={chosen} official={indicator.compiler} />
      <ScrollBox label={say("table.caption", { indicator: indicator.name, compiler: name })}>
        <table className="table min-w-[44rem]">
          <caption className="pb-2 text-xs text-soft">
            {say("table.caption", { indicator: indicator.name, compiler: name })}
          </caption>
          <thead>
            <tr>
              <th scope="col" className="num">
                {say("table.year")}
              </th>
              <th scope="col" className="num">
                {say("table.value")}
              </th>
              <th scope="col">{say("table.flags")}</th>
              <th scope="col">{say("table.source")}</th>
              <th scope="col">{say("table.published")}</th>
              <th scope="col" className="num">
                {say("table.release")}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((o) => (
              <tr key={o.timePeriod}>
                <th scope="row" className="num">
                  {o.timePeriod}
                </th>
                <td className="num font-semibold">{observed(o, indicator.valueKind, lang) ?? "–"}</td>
                <td className="min-w-28">{flagWords(o, text).join(", ") || say("table.noFlag")}</td>
                <td className="min-w-60">
                  <SourceLink source={sourceOf(o.source)} />
                  <div className="mt-1 text-xs text-soft empty:hidden">
                    <FigureComment of={o} sourceOf={sourceOf} />
                  </div>
                </td>
                <td className="min-w-32">{publishedText(o, text) ?? "–"}</td>
                <td className="num">{o.release}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </div>
  );
}
