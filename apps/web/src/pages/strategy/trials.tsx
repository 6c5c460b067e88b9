import type { SourceOf, Trial } from "../../client/api.ts";
import { SourceLink } from "../../document/source-link.tsx";
import { useText } from "../../text/text.tsx";
import { reducedDay } from "../../words/format.ts";
import { Recorded } from "./recorded.tsx";
import { Section } from "./section.tsx";

/** Proposals and trials of companies, with their stage. */
export function Trials({ trials, sourceOf }: { trials: Trial[]; sourceOf: SourceOf }) {
  const { say } = useText();
  return (
    <Section id="trials" title={say("strategy.trials")} body={<p>{say("strategy.trialsBody")}</p>}>
      {trials.length === 0 ? <p className="mt-3 text-sm text-soft">{say("strategy.nothingPromised")}</p> : null}
      <ul className="mt-5 border-t border-line-strong">
        {trials.map((trial) => (
          <TrialRow key={trial.id} trial={trial} sourceOf={sourceOf} />
        ))}
      </ul>
    </Section>
  );
}

function TrialRow({ trial, sourceOf }: { trial: Trial; sourceOf: SourceOf }) {
  const { say, lang } = useText();
  const { title, proposer, date, quote, source, note, status } = trial;
  const typed =
    status.legalBasis && (lang === "en" ? (status.legalBasis.en ?? status.legalBasis.vi) : status.legalBasis.vi);
  const legalBasis = typed ?? trial.legalBasis;
  return (
    <li className="grid gap-x-8 gap-y-1 border-b border-line py-3 md:grid-cols-[2fr_5fr]">
      <div>
        <h3 className="text-base">{title}</h3>
        <p className="text-sm text-soft">{say("strategy.proposedBy", { proposer, day: reducedDay(date, lang) })}</p>
      </div>
      <div className="text-sm">
        <p>“{quote}”</p>
        {note ? <p className="mt-1 text-xs text-soft">{note}</p> : null}
        <p className="mt-1 text-xs text-soft">
          {say("strategy.source")} <SourceLink source={sourceOf(source)} />
        </p>
        <Recorded label="record.stage" status={status} sourceOf={sourceOf} />
        <p className="mt-0.5 text-xs text-soft">
          {legalBasis ? say("record.legalBasis", { text: legalBasis }) : say("record.noLegalBasis")}
        </p>
      </div>
    </li>
  );
}
