import { PageLink } from "../../address/page-link.tsx";
import { useView } from "../../address/view.tsx";
import { BodyNames } from "../../document/body-names.tsx";
import { MissingEdition } from "../../document/missing-edition.tsx";
import { StatusBadge } from "../../document/status-badge.tsx";
import { useText } from "../../text/text.tsx";
import { Folded } from "../../ui/folded.tsx";
import { neededYears } from "../../words/outlook.ts";
import { leadSentence } from "../../words/responsible.ts";
import { valueNow } from "../../words/target-row.ts";
import { provisionalNote, reasonText, statusWord, targetText } from "../../words/wording.ts";
import { followed, type IndicatorFacts } from "./facts.ts";
import { revisedYears } from "./history.ts";
import { RevisedNote } from "./revised-figures.tsx";
import { TwoFiguresNote } from "./two-figures.tsx";

/** Heading of the page: name, latest figure, what is needed, responsible body; definition and revisions last. */
export function Heading({ facts }: { facts: IndicatorFacts }) {
  const text = useText();
  const { say } = text;
  const { asOf } = useView();
  const { detail, history, figures, next } = facts;
  const { indicator } = detail;
  const judged = followed(facts);
  const isRevised = revisedYears(history, indicator.compiler).some((one) => one.compiler === indicator.compiler);
  const need = judged ? neededYears(judged.assessment, indicator, text) : null;
  const now = judged ? valueNow({ ...judged, indicator }, text) : null;
  return (
    <>
      <nav aria-label={say("breadcrumb")} className="no-print pt-6 text-sm phone:hidden">
        <PageLink to="/indicators">{say("nav.indicators")}</PageLink> <span aria-hidden="true">/</span>{" "}
        <span className="text-soft">{indicator.shortName}</span>
      </nav>
      <header className="pt-3">
        <p className="eyebrow phone:hidden">{indicator.pillar}</p>
        <h1 className="mt-1 max-w-4xl text-xl sm:text-3xl">{indicator.name}</h1>
        {judged ? (
          <p className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
            {now ? (
              <span>
                <span className="text-soft">{say(now.isLast ? "row.last" : asOf ? "row.then" : "row.now")}:</span>{" "}
                {now.value}
              </span>
            ) : null}{" "}
            <span>
              <span className="text-soft">{say("card.target", { year: judged.target.year })}</span>{" "}
              {targetText(judged.target, indicator.valueKind, text)}
            </span>{" "}
            <StatusBadge
              status={judged.assessment.class}
              word={statusWord(judged.assessment, text, indicator)}
              note={
                judged.assessment.class === "not_assessable"
                  ? reasonText(judged.assessment, indicator, indicator.compiler, text)
                  : provisionalNote(judged.assessment, text)
              }
            />
          </p>
        ) : null}
        {need ? (
          <p className="mt-2 hidden text-sm phone:block">
            <span className="text-soft">{say("years.needed")}:</span> {need}
          </p>
        ) : null}
        <TwoFiguresNote detail={detail} figures={figures} />
        {next?.isOut ? <MissingEdition missing={next} kind={indicator.valueKind} /> : null}
        <p className="mt-2 max-w-4xl text-sm">
          <span className="text-soft">{say("responsible.lead")}</span>{" "}
          <BodyNames text={leadSentence(indicator, detail.bodies, detail.referenceDate, text)} bodies={detail.bodies} />{" "}
          <a href="#basis">{say("responsible.basis")}</a>
        </p>
        <Folded onPhone summary={say(isRevised ? "heading.more" : "heading.definition")} className="mt-2">
          <p className="measure text-sm text-soft">{indicator.definition}</p>
          <RevisedNote detail={detail} history={history} />
        </Folded>
      </header>
    </>
  );
}
