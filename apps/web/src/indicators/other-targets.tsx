import type { Target } from "@moc2030/shared/target";
import type { Indicator, LegalDocument } from "../api.ts";
import { capital } from "../format.ts";
import { usePageText } from "../text/page-text.tsx";
import { ScrollBox } from "../ui/scroll-box.tsx";
import { documentName, targetText } from "../wording.ts";

type Props = { indicator: Indicator; targets: Target[]; documents: LegalDocument[] };

/** What other documents ask of the same indicator, beside the Decision; none of it is counted in its verdicts. */
export function OtherTargets({ indicator, targets, documents }: Props) {
  const text = usePageText();
  const { say } = text;
  const followed = documents.find((document) => document.strategy)?.id;
  if (!targets.some((target) => target.document !== followed)) return null;
  const issued = (id: string) => documents.find((document) => document.id === id)?.issued ?? "";
  const rows = targets.toSorted((a, b) => a.year - b.year || (issued(a.document) < issued(b.document) ? -1 : 1));
  return (
    <section aria-labelledby="other-targets" className="mt-12">
      <h2 id="other-targets" className="text-xl">
        {say("others.title")}
      </h2>
      <p className="measure mt-2 text-soft">{say("others.body")}</p>
      <div className="panel mt-4 p-3 sm:p-5">
        <ScrollBox label={say("others.table")}>
          <table className="table min-w-[40rem]">
            <thead>
              <tr>
                <th scope="col">{say("others.year")}</th>
                <th scope="col">{say("others.document")}</th>
                <th scope="col">{say("row.target")}</th>
                <th scope="col">{say("others.wording")}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((target) => (
                <tr key={target.id} className={target.document === followed ? "bg-accent-tint" : undefined}>
                  <td>{target.year}</td>
                  <th scope="row" className="whitespace-nowrap">
                    {documentName(
                      documents.find((document) => document.id === target.document)?.number ?? target.document,
                      text,
                    )}
                  </th>
                  <td>{capital(targetText(target, indicator.valueKind, text) ?? say("row.noThreshold"))}</td>
                  <td className="text-soft">
                    “{(text.lang === "vi" ? target.wording.vi : null) ?? target.wording.en}”
                    {target.confidence === "unverified" || target.wordingBasis === "recalled" ? (
                      <span className="block text-xs">{say("others.unverified")}</span>
                    ) : null}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      </div>
    </section>
  );
}
