import type { Target } from "@moc2030/shared/schema/target";
import { PageLink, SamePageLink } from "../../address/page-link.tsx";
import type { DaysCompared, FigureChanged, IndicatorItem, SourceOf, StatusChanged } from "../../client/api.ts";
import * as api from "../../client/api.ts";
import { SourceNote } from "../../document/source-note.tsx";
import { useText } from "../../text/text.tsx";
import { Section } from "../../ui/section.tsx";
import { commentOf } from "../../words/comment.ts";
import { capital, day, dayOfInstant } from "../../words/format.ts";
import { vagueDay } from "../../words/published.ts";
import { revisionWords } from "../../words/revision-words.ts";
import { causesOf } from "./causes.ts";
import { FigureChange } from "./figure-change.tsx";
import { FiguresTable } from "./figures-table.tsx";
import { sentence } from "./sentence.ts";
import { StatusesTable } from "./statuses-table.tsx";

type Props = {
  compared: DaysCompared;
  /** The indicator that `compared` is filtered by, if any. */
  only: IndicatorItem | undefined;
  /** Whether the later day is today. */
  isNow: boolean;
  indicators: IndicatorItem[];
  targets: Target[];
  sourceOf: SourceOf;
};

/** Differences between two days: a sentence, then tables of revised figures, statuses and new figures. */
export function Differences({ compared, only, isNow, indicators, targets, sourceOf }: Props) {
  const text = useText();
  const { say, lang } = text;
  const { from, to, items, statuses, releases } = compared;
  const orderOf = ({ new: now }: FigureChanged) => indicators.find(({ code }) => code === now.indicator)?.order ?? 99;
  const inOrder = items.toSorted((a, b) => orderOf(a) - orderOf(b) || a.new.timePeriod - b.new.timePeriod);
  const revised = inOrder.filter(({ old }) => old !== null);
  const added = inOrder.filter(({ old }) => old === null);
  const columns = {
    before: say("releases.knownOn", { day: day(from.day, lang) }),
    after: isNow ? say("releases.isNow") : say("releases.knownOn", { day: day(to.day, lang) }),
  };
  const figuresOf = (id: string, title: string, figures: FigureChanged[]) =>
    figures.length > 0 ? (
      <Section id={id} title={title} className="mt-10" look="mb-2 text-xl">
        <FiguresTable
          caption={title}
          columns={{ ...columns, last: say("releases.why") }}
          figures={figures}
          file={api.daysFile(lang, from.day, to.release?.id ?? 0)}
          indicators={indicators}
          last={(change) => <Reason {...change} releases={releases} sourceOf={sourceOf} />}
        />
      </Section>
    ) : null;
  return (
    <>
      <p id="differences" className="measure mt-6 sm:text-lg" role="status">
        {sentence(compared, only, text)}{" "}
        {only ? (
          <SamePageLink change={{ indicator: undefined }} className="no-print text-base">
            {say("releases.showAll")}
          </SamePageLink>
        ) : null}
      </p>
      {releases.some(({ reconstructed }) => reconstructed) ? (
        <p className="measure mt-2 text-sm text-soft">{say("releases.rebuilt")}</p>
      ) : null}
      {from.release === null ? <p className="mt-2 text-sm text-soft">{say("releases.beforeFirst")}</p> : null}
      {figuresOf("revised", say("releases.revisedTitle"), revised)}
      {statuses.length > 0 ? (
        <Section id="statuses" title={say("releases.statusesDiffer")} className="mt-10" look="mb-2 text-xl">
          <StatusesTable
            caption={say("releases.statusesDiffer")}
            columns={columns}
            statuses={statuses}
            targets={targets}
            indicators={indicators}
            cause={(status) => <Cause status={status} items={items} indicators={indicators} />}
          />
        </Section>
      ) : null}
      {figuresOf("added", say("releases.addedTitle"), added)}
      {items.length + statuses.length === 0 ? (
        <p className="mt-8 border-s-4 border-line-strong ps-4">
          {say(only ? "releases.nothingDiffersOf" : "releases.nothingDiffers")}
        </p>
      ) : null}
    </>
  );
}

type ReasonProps = FigureChanged & { releases: DaysCompared["releases"]; sourceOf: SourceOf };

/** The release that changed a figure, how the revision differs, and the figure's comment. */
function Reason({ old, new: now, releases, sourceOf }: ReasonProps) {
  const text = useText();
  const { say, lang } = text;
  const id = now.release;
  const comment = [old ? revisionWords(old, now, text) : commentOf(now).note, vagueDay(now, text)]
    .filter((part) => part !== null)
    .map(capital)
    .join(". ");
  const release = releases.find((one) => one.id === id);
  return (
    <>
      <PageLink to={`/releases/${id}`}>{say("releases.number", { id })}</PageLink>
      {release ? `, ${dayOfInstant(release.publishedAt, lang)}` : null}
      {release && release.origin !== "seed" ? <div>{release.reason}</div> : null}
      {comment ? (
        <div>
          <SourceNote text={comment} sourceOf={sourceOf} />
        </div>
      ) : null}
    </>
  );
}

type CauseProps = { status: StatusChanged; items: FigureChanged[]; indicators: IndicatorItem[] };

function Cause({ status, items, indicators }: CauseProps) {
  const { say } = useText();
  const indicator = indicators.find(({ code }) => code === (status.after ?? status.before)?.indicator);
  const { why, figures } = causesOf(status, items, indicator?.compiler);
  return (
    <ul className="space-y-0.5">
      {why.map((one) =>
        one === "figures" ? (
          <Figures key={one} figures={figures} indicator={indicator} />
        ) : (
          <li key={one}>{say(`releases.cause.${one}`, { year: (status.after ?? status.before)?.targetYear ?? "" })}</li>
        ),
      )}
    </ul>
  );
}

/** Maximum number of changed figures listed for a status. */
const NAMED = 3;

function Figures({ figures, indicator }: { figures: FigureChanged[]; indicator: IndicatorItem | undefined }) {
  const { say } = useText();
  const named = figures.toSorted((a, b) => b.new.timePeriod - a.new.timePeriod).slice(0, NAMED);
  return (
    <>
      {named.map((change) => (
        <li key={change.new.timePeriod}>
          <FigureChange change={change} indicator={indicator} isNamed={false} />
        </li>
      ))}
      {figures.length > NAMED ? (
        <li className="text-soft">{say("releases.more", { n: figures.length - NAMED })}</li>
      ) : null}
    </>
  );
}
