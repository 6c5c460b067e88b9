import type { Target } from "@moc2030/shared/schema/target";
import type { SourceOf } from "../../client/api.ts";
import { WhereRead } from "../../document/where-read.tsx";
import { useStaffText } from "../../text/staff-text.tsx";
import { numbersChanged, type WordChange, wordChanges } from "../../words/word-changes.ts";
import { targetText, wordingText } from "../../words/wording.ts";
import type { Subjects } from "./subjects.ts";

/** What the assessment of a target goes by, and that recording its words does not change that. */
export function AssessedBy({ target, subjects }: { target: Target; subjects: Subjects }) {
  const text = useStaffText();
  const { say } = text;
  const aim = targetText(target, subjects.kindOf(target.indicator), text);
  return (
    <div className="mt-3 text-sm">
      <p>
        {say("verbatim.assessed")}{" "}
        <strong>
          {aim
            ? say("verbatim.aim", { aim, year: target.year, base: target.baseYear })
            : say("verbatim.noAim", { year: target.year })}
        </strong>
      </p>
      <p className="mt-1 text-soft">
        {say("verbatim.unchanged")} <code>data/seed/targets/{target.document}.yaml</code>.
      </p>
    </div>
  );
}

/** The words of a target as known today, and from where. */
export function WordingNow({ target, sourceOf }: { target: Target; sourceOf: SourceOf }) {
  const text = useStaffText();
  const vi = target.wording.vi;
  return (
    <div className="border-s-2 border-line-strong ps-4 text-sm">
      <h2 className="text-sm">{text.say("verbatim.now")}</h2>
      <p className="mt-1">{vi === null ? wordingText(target, text) : <span lang="vi">{vi}</span>}</p>
      <div className="mt-1 text-soft">
        <WhereRead target={target} sourceOf={sourceOf} isCapital />
      </div>
    </div>
  );
}

type Props = { before: string | null; after: string };

/** Two wordings side by side, with what was left out marked in one and what is new in the other. */
export function WordingCompared({ before, after }: Props) {
  const { say } = useStaffText();
  const changes = wordChanges(before ?? "", after);
  const numbers = numbersChanged(before ?? "", after);
  const isSame = changes.every(({ kind }) => kind === "same");
  return (
    <div className="mt-3">
      <dl className="grid gap-x-6 gap-y-3 text-sm sm:grid-cols-2">
        <div className="border-s-2 border-line-strong ps-3">
          <dt className="text-soft">{say("verbatim.before")}</dt>
          <dd lang="vi" className="mt-0.5">
            {before === null ? say("wording.notSeen") : <Marked changes={changes} only="removed" />}
          </dd>
        </div>
        <div className="border-s-2 border-line-strong ps-3">
          <dt className="text-soft">{say("verbatim.after")}</dt>
          <dd lang="vi" className="mt-0.5 whitespace-pre-line">
            <Marked changes={changes} only="added" />
          </dd>
        </div>
      </dl>
      <p className="mt-2 text-sm text-soft">{say(isSame ? "verbatim.same" : "verbatim.marked")}</p>
      {before !== null && numbers.removed.length + numbers.added.length > 0 ? (
        <p data-class="danger" className="mt-1 text-sm font-semibold text-(--status)">
          {say("verbatim.numbers", {
            removed: numbers.removed.join("; ") || say("verbatim.none"),
            added: numbers.added.join("; ") || say("verbatim.none"),
          })}
        </p>
      ) : null}
    </div>
  );
}

/** One of the two texts: what is in both, and what is in this one alone. */
const Marked = ({ changes, only }: { changes: WordChange[]; only: "removed" | "added" }) => {
  const Tag = only === "removed" ? "del" : "ins";
  return changes.flatMap(({ kind, text }, index) => {
    const key = `${index} ${kind}`;
    if (kind === "same") return [<span key={key}>{text}</span>];
    if (kind !== only) return [];
    return [
      <Tag key={key} className={only === "added" ? "bg-accent-tint font-semibold" : "bg-sunken"}>
        {text}
      </Tag>,
    ];
  });
};
