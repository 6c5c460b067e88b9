import { COUNTRY } from "@moc2030/shared/country";
import { typedText } from "../submissions/figure-words.ts";
import { findingText } from "../submissions/finding-words.ts";
import { type StaffTextId, useStaffText } from "../text/staff-text.tsx";
import { ScrollBox } from "../ui/scroll-box.tsx";
import { fieldWord } from "./field-word.ts";
import type { DryRun } from "./reads.ts";

const LOOK = { new: "on_track", changed: "met", unchanged: "not_assessable", refused: "moving_away" } as const;
/** More rows than this are not drawn: the counts say how many there are, and refused rows come first. */
const SHOWN = 500;

/** What a table would bring, by line: new, changed, refused with field and reason; unchanged rows are counted. */
export function DryRunTable({ run, names }: { run: DryRun; names: ReadonlyMap<string, string> }) {
  const text = useStaffText();
  const { say, lang } = text;
  if (!run.ok)
    return (
      <p role="alert" className="mt-3 font-semibold text-(--moving-away)">
        {say(`table.${run.code}` as StaffTextId, { line: run.line, column: run.column ?? "" })}
      </p>
    );
  const rows = run.rows
    .filter((row) => row.class !== "unchanged")
    .sort((a, b) => Number(b.class === "refused") - Number(a.class === "refused") || a.line - b.line);
  return (
    <>
      <p role="status" className="mt-2">
        {say("import.counts", run.counts)}
      </p>
      {rows.length === 0 ? null : (
        <ScrollBox label={say("import.result")}>
          <table className="table mt-4 min-w-[44rem]">
            <caption className="sr-only">{say("import.result")}</caption>
            <thead>
              <tr>
                <th scope="col" className="num">
                  {say("import.line")}
                </th>
                <th scope="col">{say("import.class")}</th>
                <th scope="col">{say("grid.indicator")}</th>
                <th scope="col" className="num">
                  {say("import.year")}
                </th>
                <th scope="col" className="num">
                  {say("import.old")}
                </th>
                <th scope="col" className="num">
                  {say("import.proposed")}
                </th>
                <th scope="col">{say("import.why")}</th>
              </tr>
            </thead>
            <tbody>
              {rows.slice(0, SHOWN).map((row) => (
                <tr key={row.line}>
                  <th scope="row" className="num">
                    {row.line}
                  </th>
                  <td data-class={LOOK[row.class]} className="font-semibold text-(--status)">
                    {say(`import.${row.class}`)}
                  </td>
                  <td>
                    {names.get(row.indicator ?? "") ?? row.indicator ?? "–"}
                    {row.refArea && row.refArea !== COUNTRY ? `, ${row.refArea}` : ""}
                  </td>
                  <td className="num">{row.timePeriod ?? "–"}</td>
                  <td className="num">{row.current?.value ? typedText(row.current.value, lang) : "–"}</td>
                  <td className="num">{row.value ?? "–"}</td>
                  <td>
                    {row.class === "changed" ? (
                      <span className="block">
                        {say("import.differs", { fields: row.changes.map((name) => say(fieldWord(name))).join(", ") })}
                      </span>
                    ) : null}
                    {[...row.errors, ...row.warnings, ...row.readAs].map((finding) => (
                      <span key={`${finding.field} ${finding.code}`} className="block">
                        <strong>{say(fieldWord(finding.field))}:</strong> {findingText(finding, text)}
                      </span>
                    ))}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
      {rows.length > SHOWN ? <p className="mt-2 text-sm text-soft">{say("import.cut", { n: SHOWN })}</p> : null}
    </>
  );
}
