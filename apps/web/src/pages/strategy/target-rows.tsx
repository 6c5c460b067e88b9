import { asksForMore } from "@moc2030/shared/assess/compare-targets";
import type { Assessment } from "@moc2030/shared/schema/assessment";
import type { Remark } from "@moc2030/shared/schema/statement";
import type { Target } from "@moc2030/shared/schema/target";
import { PageLink } from "../../address/page-link.tsx";
import type { Body, IndicatorItem, IssuedReports, SourceOf } from "../../client/api.ts";
import { BodyNames } from "../../document/body-names.tsx";
import { IssuedNote } from "../../document/issued-note.tsx";
import { Remarks } from "../../document/remarks.tsx";
import { SourceNote } from "../../document/source-note.tsx";
import { StatusIcon } from "../../document/status-badge.tsx";
import { WhereRead } from "../../document/where-read.tsx";
import { useText } from "../../text/text.tsx";
import { BlockTable } from "../../ui/block-table.tsx";
import { Folded } from "../../ui/folded.tsx";
import { leadShort } from "../../words/responsible.ts";
import { isQuotation, statusWord, wordingText } from "../../words/wording.ts";
import { type Beside, besideTarget, strictnessText } from "./beside.ts";
import { OtherTarget } from "./other-target.tsx";

type Props = {
  caption: string;
  targets: Target[];
  all: Target[];
  indicatorOf: (code: string) => IndicatorItem | undefined;
  nameOf: (document: string) => string;
  issued: (document: string) => string;
  assessments: Assessment[];
  /** Issued reports, newest first. */
  reports: IssuedReports["items"];
  remarks: Remark[];
  bodies: Body[];
  on: string;
  /** A target with the most common source and basis, which the page shows once above the table. */
  usual: Target | undefined;
  sourceOf: SourceOf;
};

const COLUMNS = ["strategy.indicator", "strategy.wording", "strategy.beside"] as const;

/** A table of the targets of one year, with wording and other documents. On a phone each row is a block. */
export function TargetRows({ caption, targets, ...rest }: Props) {
  const { say } = useText();
  return (
    <BlockTable caption={caption} columns={COLUMNS.map((id) => say(id))}>
      {targets.map((target) => (
        <TargetRow key={target.id} target={target} {...rest} />
      ))}
    </BlockTable>
  );
}

function TargetRow({ target, all, ...rest }: Omit<Props, "caption" | "targets"> & { target: Target }) {
  const text = useText();
  const { say } = text;
  const indicator = rest.indicatorOf(target.indicator);
  const assessment = rest.assessments.find((a) => a.targetId === target.id);
  const beside = besideTarget(target, all, rest.issued);
  const asksMore = beside.some((one) => asksForMore(one.found));
  const cell =
    "block py-1 md:table-cell print:table-cell md:py-4 md:pe-6 md:align-top print:py-1.5 print:pe-3 print:align-top";
  return (
    // biome-ignore-start lint/a11y/noRedundantRoles: `display: block` removes the implicit roles
    <tr role="row" className="block border-b border-line py-4 md:table-row print:table-row md:py-0">
      <th role="rowheader" scope="row" className={`${cell} text-start font-semibold md:w-[24%] print:w-[24%]`}>
        <PageLink to={`/indicators/${target.indicator}`} className="plain text-ink">
          {indicator?.name ?? target.indicator}
        </PageLink>
        {assessment ? (
          <div className="mt-1.5 flex items-start gap-2 font-normal">
            <StatusIcon status={assessment.class} className="mt-1 size-3.5" />
            <PageLink to={`/targets/${target.id}`} className="plain">
              {statusWord(assessment, text, indicator)}
            </PageLink>
          </div>
        ) : null}
        <IssuedNote
          reports={rest.reports.filter(({ sameTargets }) => sameTargets.includes(target.id))}
          className="mt-1 font-normal"
        />
        {indicator ? (
          <div className="mt-1 text-xs font-normal text-soft">
            {say("card.body")}{" "}
            <BodyNames text={leadShort(indicator, rest.bodies, rest.on, text)} bodies={rest.bodies} />
          </div>
        ) : null}
      </th>
      <td role="cell" className={`${cell} md:w-[34%] print:w-[34%]`}>
        <Wording target={target} usual={rest.usual} sourceOf={rest.sourceOf} />
        <Remarks
          remarks={rest.remarks.filter(({ subject }) => subject === target.id)}
          bodies={rest.bodies}
          className="mt-3"
        />
      </td>
      <td role="cell" className={`${cell} md:pe-0`}>
        {beside.length === 0 ? (
          <span className="text-soft">{say("strategy.alone")}</span>
        ) : (
          <Folded onPhone summary={say(asksMore ? "strategy.besideMore" : "strategy.besideOpen", { n: beside.length })}>
            <ul className="space-y-3 phone:mt-1">
              {beside.map((one) => (
                <li key={one.target.id}>
                  <OtherTarget
                    target={one.target}
                    indicator={indicator}
                    name={rest.nameOf(one.target.document)}
                    sourceOf={rest.sourceOf}
                  >
                    <Strictness one={one} />
                  </OtherTarget>
                </li>
              ))}
            </ul>
          </Folded>
        )}
      </td>
    </tr>
    // biome-ignore-end lint/a11y/noRedundantRoles: see above
  );
}

function Strictness({ one }: { one: Beside }) {
  const words = strictnessText(one, useText());
  if (words === null) return null;
  return (
    <>
      {" · "}
      <span className={asksForMore(one.found) ? "font-semibold text-accent" : "text-soft"}>{words}</span>
    </>
  );
}

/** The legal wording in Vietnamese, a translation on English pages, and the source unless it is the common one. */
function Wording({ target, usual, sourceOf }: { target: Target; usual: Target | undefined; sourceOf: SourceOf }) {
  const text = useText();
  const { say, lang } = text;
  const { vi, en } = target.wording;
  const isQuoted = isQuotation(target);
  const isUsual = usual?.source === target.source && usual.wordingBasis === target.wordingBasis && !target.verbatim;
  return (
    <>
      {isQuoted ? <span lang="vi">“{vi}”</span> : <span>{wordingText(target, text)}</span>}
      {lang === "en" && isQuoted ? <div className="mt-1">{say("panel.translation", { text: en })}</div> : null}
      <div className="mt-1 text-xs text-soft">
        {isUsual ? null : (
          <div>
            <WhereRead target={target} sourceOf={sourceOf} isCapital />
          </div>
        )}
        {target.note ? <SourceNote text={target.note} sourceOf={sourceOf} /> : null}
      </div>
    </>
  );
}
