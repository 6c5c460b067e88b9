import type { Target } from "@moc2030/shared/schema/target";
import { Fragment } from "react";
import type { Indicator, LegalDocument } from "../../client/api.ts";
import { useText } from "../../text/text.tsx";
import { Folded } from "../../ui/folded.tsx";
import { Section } from "../../ui/section.tsx";
import { StackedTable } from "../../ui/stacked-table.tsx";
import { capital } from "../../words/format.ts";
import { documentName, targetText, wordingText } from "../../words/wording.ts";

type Props = { indicator: Indicator; targets: Target[]; documents: LegalDocument[] };

/** Targets of other documents for the indicator; not part of its assessments. */
export function OtherTargets({ indicator, targets, documents }: Props) {
  const text = useText();
  const { say } = text;
  const followed = documents.find((document) => document.strategy)?.id;
  if (!targets.some((target) => target.document !== followed)) return null;
  const issued = (id: string) => documents.find((document) => document.id === id)?.issued ?? "";
  const nameOf = (id: string) => {
    const document = documents.find((one) => one.id === id);
    return document ? documentName(document, text) : id;
  };
  const rows = targets.toSorted((a, b) => a.year - b.year || (issued(a.document) < issued(b.document) ? -1 : 1));
  return (
    <Section id="other-targets" title={say("others.title")} className="mt-12" look="text-xl">
      <p className="measure mt-2 text-soft">{say("others.body")}</p>
      <Folded onPhone summary={say("others.table")}>
        <div className="panel mt-4 p-3 sm:p-5">
          <StackedTable
            caption={say("others.table")}
            columns={[
              { label: say("others.document"), width: "md:w-56" },
              { label: say("others.year"), width: "md:w-20" },
              { label: say("row.target"), width: "md:w-56" },
              { label: say("others.wording") },
            ]}
            rows={rows.map((target) => ({
              key: target.id,
              cells: [
                <Fragment key="document">
                  {nameOf(target.document)}
                  {target.document === followed ? (
                    <div className="text-xs font-normal text-soft">{say("others.assessed")}</div>
                  ) : null}
                </Fragment>,
                target.year,
                capital(targetText(target, indicator.valueKind, text) ?? say("row.noThreshold")),
                <div key="wording" className="text-soft">
                  {wordingText(target, text)}
                  {target.confidence === "unverified" || target.wordingBasis === "recalled" ? (
                    <div className="text-xs">{say("others.unverified")}</div>
                  ) : null}
                </div>,
              ],
            }))}
          />
        </div>
      </Folded>
    </Section>
  );
}
