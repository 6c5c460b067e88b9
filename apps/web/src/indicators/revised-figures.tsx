import { Link } from "@tanstack/react-router";
import type { Indicator, IndicatorDetail, ObservationItem } from "../api.ts";
import { commentOf } from "../comment.ts";
import { shortCompiler } from "../compiler-name.ts";
import { flagWords } from "../flags.ts";
import { capital, day, observed } from "../format.ts";
import { ReleaseLink } from "../release-link.tsx";
import { revisionWords } from "../revision-words.ts";
import { type Text, useText } from "../text/text.tsx";
import { ScrollBox } from "../ui/scroll-box.tsx";
import { type Revision, revisions } from "./history.ts";

type Props = { indicator: Indicator; compilers: IndicatorDetail["compilers"]; history: readonly ObservationItem[] };

/** Every published figure that was changed later: old, new, with which release, and why. Shows nothing where none was. */
export function RevisedFigures({ indicator, compilers, history }: Props) {
  const text = useText();
  const { say, lang } = text;
  const found = revisions(history).sort(
    (a, b) => Number(b.new.compiler === indicator.compiler) - Number(a.new.compiler === indicator.compiler),
  );
  if (found.length === 0) return null;
  const write = (o: ObservationItem) => {
    const value = observed(o, indicator.valueKind, lang) ?? say("value.none");
    const flags = flagWords(o, text);
    return flags.length > 0 ? `${value} (${flags.join(", ")})` : value;
  };
  return (
    <section aria-labelledby="revised" className="mt-12">
      <h2 id="revised" className="text-xl">
        {say("history.revised")}
      </h2>
      <p className="measure mt-2 text-soft">
        {say("history.revisedBody")}{" "}
        <Link to="." search={(now) => ({ ...now, tab: "vintages" as const })} hash="chart-title" className="no-print">
          {say("history.open")}
        </Link>
      </p>
      <div className="panel mt-4 p-3 sm:p-5">
        <ScrollBox label={say("history.revised")}>
          <table className="table min-w-[38rem]">
            <caption className="sr-only">{say("history.revised")}</caption>
            <thead>
              <tr>
                <th scope="col" className="num">
                  {say("table.year")}
                </th>
                <th scope="col">{say("history.old")}</th>
                <th scope="col">{say("history.new")}</th>
                <th scope="col">{say("history.release")}</th>
                <th scope="col">{say("history.reason")}</th>
              </tr>
            </thead>
            <tbody>
              {found.map((revision) => {
                const { old, new: now } = revision;
                return (
                  <tr key={`${now.compiler} ${now.timePeriod} ${now.release}`}>
                    <th scope="row" className="num">
                      {now.timePeriod}
                    </th>
                    <td>
                      {write(old)}
                      <Known of={old} />
                    </td>
                    <td>
                      <strong>{write(now)}</strong>
                      <Known of={now} />
                    </td>
                    <td className="whitespace-nowrap">
                      <ReleaseLink id={now.release}>{say("latest.release", { id: now.release })}</ReleaseLink>
                      {now.compiler === indicator.compiler ? null : (
                        <span className="block text-xs text-soft">
                          {say("latest.ofCompiler", {
                            name: shortCompiler(compilers.find((c) => c.code === now.compiler)?.name ?? now.compiler),
                          })}
                        </span>
                      )}
                    </td>
                    <td className="text-soft">{reason(revision, text)}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </ScrollBox>
      </div>
    </section>
  );
}

/** When a version became known, as exactly as its source tells. */
function Known({ of: o }: { of: ObservationItem }) {
  const { say, lang } = useText();
  const { vague } = commentOf(o);
  return (
    <span className="block text-xs text-soft">
      {vague ?? (o.published ? say("history.published", { day: day(o.published, lang) }) : say("history.undated"))}
    </span>
  );
}

/** The note of the new version, else what its flags say, else that the source published it anew. */
function reason({ old, new: now }: Revision, text: Text): string {
  const { note } = commentOf(now);
  if (note) return capital(note);
  return revisionWords(old, now, text);
}
