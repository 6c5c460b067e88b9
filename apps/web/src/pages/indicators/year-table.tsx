import type { TargetDetail } from "../../client/api.ts";
import { SourceNote } from "../../document/source-note.tsx";
import { useText } from "../../text/text.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { Folded } from "../../ui/folded.tsx";
import { isOfEdition, observed } from "../../words/format.ts";
import {
  computed,
  continuationSentence,
  isBelowPath,
  neededAt,
  planSentence,
  recordSentence,
  referenceAt,
} from "../../words/outlook.ts";
import { rungText, thresholds } from "../../words/thresholds.ts";
import { documentName, statusWord } from "../../words/wording.ts";
import { yearsAhead } from "../../words/years-ahead.ts";
import type { IndicatorFacts, Judged } from "./facts.ts";

const THRESHOLDS = ["on_track", "behind"] as const;

/** What each year to the target asks for, beside what it brought; nothing where nothing is left to reach. */
export function YearTables({ facts, told }: { facts: IndicatorFacts; told: readonly TargetDetail[] }) {
  return facts.own
    .filter(({ assessment }) => assessment.outlook?.catchUp)
    .map((judged) => (
      <YearTable
        key={judged.target.id}
        facts={facts}
        judged={judged}
        plans={told.find((one) => one.target?.id === judged.target.id)?.plans ?? []}
      />
    ));
}

type Props = { facts: IndicatorFacts; judged: Judged; plans: TargetDetail["plans"] };

function YearTable({ facts, judged: { target, assessment: a }, plans }: Props) {
  const text = useText();
  const { say, lang } = text;
  const { indicator } = facts.detail;
  const measure = a.average ? { ...indicator, valueKind: "growth" as const } : indicator;
  const write = (value: number | null) => (value === null ? "–" : computed(value, measure, text));
  const actual = (year = 0) => facts.series.find((o) => o.timePeriod === year);
  const band = (year: number, status: (typeof THRESHOLDS)[number]) => {
    // In the target's own year it is reached or not; how near it came is no class.
    const all = year < target.year ? thresholds(a, indicator, year) : null;
    const rung = all?.rungs.find((one) => one.class === status);
    return all && rung ? rungText(all, rung, indicator, text) : "–";
  };
  const documentOf = (id: string) => {
    const document = facts.detail.documents.find((one) => one.id === id);
    return document ? documentName(document, text) : id;
  };
  const ahead = yearsAhead(indicator.frequency, a);
  const isBegun = ahead.some((year) => actual(year));
  const byPath = a.path
    ? [
        {
          label: say("years.reference", { year: a.base?.timePeriod ?? "" }),
          isNumber: true as const,
          cell: (year: number) => write(referenceAt(a, year)),
        },
        ...THRESHOLDS.map((status) => ({
          label: statusWord({ ...a, class: status }, text),
          isNumber: true as const,
          cell: (year: number) => band(year, status),
        })),
      ]
    : [];
  return (
    <section aria-labelledby={`years-${target.id}`} className="mt-12">
      <h2 id={`years-${target.id}`} className="text-xl">
        {say("years.title", { year: target.year })}
      </h2>
      <Folded onPhone summary={say(a.path ? "years.open" : "years.openNeeded")}>
        <DataTable
          caption={say(a.path ? "years.caption" : "years.captionNeeded", { year: target.year })}
          className="max-w-3xl"
          rows={ahead}
          rowKey={(year) => year}
          columns={[
            { label: say(isOfEdition(indicator.valueKind) ? "whatIf.edition" : "whatIf.year"), cell: (year) => year },
            {
              label: say("years.needed"),
              isNumber: true,
              cell: (year) => <b>{write(neededAt(a, year, indicator))}</b>,
            },
            ...byPath,
            ...(isBegun
              ? [
                  {
                    label: say("years.actual"),
                    isNumber: true as const,
                    cell: (year: number) => {
                      const own = actual(year);
                      return (own && observed(own, indicator.valueKind, lang)) ?? say("years.none");
                    },
                  },
                ]
              : []),
          ]}
        />
        {isBegun ? null : <p className="mt-2 text-sm text-soft">{say("years.allAhead")}</p>}
        {isBelowPath(a) ? (
          <p className="measure mt-3">{say("years.twoPaths", { year: a.base?.timePeriod ?? "" })}</p>
        ) : null}
      </Folded>
      <p className="measure mt-3">{continuationSentence(a, indicator, actual(a.latest?.timePeriod), text)}</p>
      {plans.map((plan) => (
        <p key={plan.target.id} className="measure mt-3">
          {planSentence(plan, a, documentOf(plan.target.document), text)}
        </p>
      ))}
      <h3 className="mt-6 text-base">{say("record.title")}</h3>
      <p className="measure mt-1">
        {recordSentence(a, indicator, text)}{" "}
        {indicator.caution ? <SourceNote text={indicator.caution} sourceOf={facts.detail.sourceOf} /> : null}
      </p>
    </section>
  );
}
