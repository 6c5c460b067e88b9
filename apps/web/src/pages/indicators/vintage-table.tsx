import { SamePageLink } from "../../address/page-link.tsx";
import { NOW } from "../../address/read-point.ts";
import { useView } from "../../address/view.tsx";
import type { IndicatorDetail, ObservationItem } from "../../client/api.ts";
import { ReleaseLink } from "../../document/release-link.tsx";
import { useText } from "../../text/text.tsx";
import { ScrollBox } from "../../ui/scroll-box.tsx";
import { day, observed } from "../../words/format.ts";
import { CompilerChoice } from "./compiler-choice.tsx";
import { vintages } from "./history.ts";

type Props = {
  detail: IndicatorDetail & { indicator: NonNullable<IndicatorDetail["indicator"]> };
  history: readonly ObservationItem[];
  compiler: string | undefined;
};

/** Releases by years, newest first; marks the figures that a release changed. */
export function VintageTable({ detail, history, compiler }: Props) {
  const { say, lang } = useText();
  const { asOf } = useView();
  const { indicator, compilers } = detail;
  const makers = compilers.filter(({ code }) => history.some((o) => o.compiler === code));
  const chosen = makers.find(({ code }) => code === compiler) ?? makers.find(({ code }) => code === indicator.compiler);
  const { years, rows } = vintages(history, chosen?.code ?? indicator.compiler);
  const caption = say("history.caption", { indicator: indicator.name, compiler: chosen?.name ?? "" });
  return (
    <div className="panel mt-4 p-3 sm:p-5">
      <CompilerChoice makers={makers} chosen={chosen?.code} official={indicator.compiler} />
      <ScrollBox label={caption}>
        <table className="table">
          <caption className="pb-2 text-xs text-soft">{caption}</caption>
          <thead>
            <tr>
              <th scope="col" className="phone:ps-1">
                {say("history.known")}
              </th>
              {years.map((year) => (
                <th key={year} scope="col" className="num">
                  {year}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ release, published, figures }, index) => (
              <tr key={release}>
                <th scope="row" className="min-w-36 font-normal sm:min-w-44 phone:ps-1">
                  {index === 0 ? (
                    <strong className="block text-xs text-accent">
                      {say(asOf ? "history.currentThen" : "history.current")}
                    </strong>
                  ) : null}
                  {/* Two links, one over the other: each as high as a finger needs. */}
                  <div className="leading-7 whitespace-nowrap">
                    <ReleaseLink id={release}>{say("latest.release", { id: release })}</ReleaseLink>
                  </div>
                  <div className="text-xs leading-7 text-soft">
                    {published ? (
                      <SamePageLink change={{ ...NOW, asOf: published, tab: undefined }} toTop>
                        {say("history.asOf", { day: day(published, lang) })}
                      </SamePageLink>
                    ) : (
                      say("history.undated")
                    )}
                  </div>
                </th>
                {figures.map((one, i) => (
                  <td key={years[i]} className={`num ${one?.isNew ? "bg-accent-tint font-semibold" : "text-soft"}`}>
                    {one ? (observed({ ...one.figure, rankPool: null }, indicator.valueKind, lang) ?? "–") : ""}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <p className="mt-3 text-xs text-soft">{say("history.legend")}</p>
    </div>
  );
}
