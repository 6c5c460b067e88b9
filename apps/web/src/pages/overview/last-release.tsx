import type { Observation } from "@moc2030/shared/schema/observation";
import { PageLink } from "../../address/page-link.tsx";
import type { IndicatorItem, LedgerEntry } from "../../client/api.ts";
import { ReleaseLink } from "../../document/release-link.tsx";
import { type Text, useText } from "../../text/text.tsx";
import { Folded } from "../../ui/folded.tsx";
import { flagWords } from "../../words/flags.ts";
import { dayOfInstant, observed } from "../../words/format.ts";
import { type ReleaseLine, releaseLines } from "./release-lines.ts";

type Props = { release: LedgerEntry; indicators: IndicatorItem[]; compilerName: (code: string) => string };

/** Figures that the latest release added or revised, with a link to its page. */
export function LastRelease({ release, indicators, compilerName }: Props) {
  const text = useText();
  const { say, lang } = text;
  const { lines, left, others } = releaseLines(release, indicators);
  const more = [
    left > 0 ? say("latest.more", { n: left }) : null,
    others > 0 ? say("latest.other", { n: others }) : null,
    release.statuses.length > 0 ? say("latest.statuses", { n: release.statuses.length }) : null,
  ].filter((sentence) => sentence !== null);
  return (
    <>
      <p>
        <ReleaseLink id={release.id}>{say("latest.release", { id: release.id })}</ReleaseLink>,{" "}
        {dayOfInstant(release.publishedAt, lang)}
      </p>
      {lines.length + more.length > 0 ? (
        <Folded summary={say("latest.changes")} onPhone>
          <ul className="mt-1 space-y-1">
            {lines.map((line) => (
              <li key={`${line.figure.indicator} ${line.figure.compiler} ${line.figure.timePeriod}`}>
                <PageLink to={`/indicators/${line.indicator.code}`} className="plain text-ink">
                  {line.indicator.shortName}
                </PageLink>{" "}
                {line.figure.timePeriod}: <strong>{course(line, text)}</strong>{" "}
                <span className="text-soft">{remarks(line, compilerName, text)}</span>
              </li>
            ))}
          </ul>
          {more.length > 0 ? <p className="mt-1 text-soft">{more.join(" ")}</p> : null}
        </Folded>
      ) : null}
    </>
  );
}

/** "12,33% → 12,87%" for a revised figure, "14,02%" for a new one. */
function course({ indicator, figure, old }: ReleaseLine, { lang, say }: Text): string {
  const write = (o: Pick<Observation, "value" | "decimals" | "rankPool" | "valueLimit">) =>
    observed(o, indicator.valueKind, lang) ?? say("value.none");
  return old ? `${write(old)} → ${write(figure)}` : write(figure);
}

/** The flags, and the compiler if it is not the official one. */
function remarks({ indicator, figure }: ReleaseLine, compilerName: Props["compilerName"], text: Text): string {
  const whose =
    figure.compiler === indicator.compiler
      ? []
      : [text.say("latest.ofCompiler", { name: compilerName(figure.compiler) })];
  const words = [...flagWords(figure, text), ...whose];
  return words.length > 0 ? `(${words.join(", ")})` : "";
}
