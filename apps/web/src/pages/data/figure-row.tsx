import { shortCompiler } from "@moc2030/shared/text/compiler-name";
import { PageLink } from "../../address/page-link.tsx";
import { useText } from "../../text/text.tsx";
import { flagWords } from "../../words/flags.ts";
import { figure, number, observed } from "../../words/format.ts";
import { publishedText } from "../../words/published.ts";
import { awayWord } from "../../words/wording.ts";
import type { Row } from "./rows.ts";

const cell = "md:py-2.5 md:pe-6 md:align-top print:py-1.5 print:pe-3 print:align-top";
/** On a phone cells run on like words, after a dot or on a line of their own: name, year and value, where it is from. */
const runOn = "phone:inline phone:before:content-['_·_']";
const newLine = "phone:inline phone:before:block phone:before:content-['']";
/** A block leaves out what a column would have to leave empty. */
const absent = "phone:hidden";
const small = "phone:text-xs phone:text-soft";

/** One figure: a row of the table; on a phone a block that shows its value and year first. */
export function FigureRow({ row, withTarget }: { row: Row; withTarget: boolean }) {
  const text = useText();
  const { say, lang } = text;
  const { figure: o, indicator } = row;
  const kind = indicator?.valueKind ?? "count";
  const flags = flagWords(o, text).join(", ");
  return (
    // biome-ignore-start lint/a11y/noRedundantRoles: the styles of a block take the row's own roles away
    <tr role="row" className="border-b border-line phone:block phone:py-3">
      <th
        role="rowheader"
        scope="row"
        className={`bg-surface text-start font-normal phone:inline md:sticky md:start-0 md:z-10 md:min-w-48 ${cell}`}
      >
        {indicator ? (
          <PageLink to={`/indicators/${o.indicator}`} title={indicator.name} className="plain text-ink">
            {indicator.shortName}
          </PageLink>
        ) : (
          o.indicator
        )}
      </th>
      <td role="cell" className={`md:max-w-40 md:min-w-24 ${cell} ${runOn}`}>
        {row.area}
      </td>
      <td role="cell" className={`num ${cell} ${newLine} phone:text-lg phone:font-semibold`}>
        {o.timePeriod}
      </td>
      <td
        role="cell"
        className={`num text-end font-semibold whitespace-nowrap phone:inline phone:ms-4 phone:text-lg ${cell}`}
      >
        {observed(o, kind, lang) ?? "–"}
      </td>
      <td role="cell" className={`md:max-w-48 phone:inline phone:ms-3 ${cell}`}>
        {flags || say("table.noFlag")}
      </td>
      <td role="cell" title={row.compiler} className={`md:min-w-32 ${cell} ${newLine} ${small}`}>
        {shortCompiler(row.compiler)}
      </td>
      <td role="cell" className={`md:min-w-32 ${cell} ${o.published ? runOn : absent} ${small}`}>
        {publishedText(o, text) ?? "–"}
      </td>
      <td role="cell" className={`num text-end ${cell} ${runOn} ${small}`}>
        <Label text={say("data.column.release")} />
        {o.release}
      </td>
      {withTarget ? (
        <>
          <td
            role="cell"
            className={`num text-end md:whitespace-nowrap ${cell} ${o.targetValue == null ? absent : newLine}`}
          >
            <Label text={say("data.column.target")} />
            {o.targetValue == null ? "–" : figure(o.targetValue, kind, lang)}
          </td>
          <td role="cell" className={`num text-end ${cell} ${o.pathValue == null ? absent : runOn}`}>
            <Label text={say("data.column.path")} />
            {o.pathValue == null ? "–" : number(o.pathValue, lang)}
          </td>
          <td role="cell" className={`${cell} ${o.assessment ? newLine : absent}`}>
            <Label text={say("data.column.assessment")} />
            {o.assessment === "moving_away" && indicator
              ? awayWord(null, indicator, text)
              : o.assessment
                ? say(`status.${o.assessment}`)
                : "–"}
          </td>
        </>
      ) : null}
    </tr>
    // biome-ignore-end lint/a11y/noRedundantRoles: see above
  );
}

/** What a column's heading says, where it is out of sight; screen readers have the heading. */
const Label = ({ text }: { text: string }) => (
  <span className="hidden text-soft phone:inline" aria-hidden="true">
    {text}
    {"\u00a0"}
  </span>
);
