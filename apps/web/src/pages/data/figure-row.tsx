import { shortCompiler } from "@moc2030/shared/text/compiler-name";
import { PageLink } from "../../address/page-link.tsx";
import { useText } from "../../text/text.tsx";
import { flagWords } from "../../words/flags.ts";
import { figure, number, observed } from "../../words/format.ts";
import { publishedText } from "../../words/published.ts";
import { awayWord } from "../../words/wording.ts";
import type { Row } from "./rows.ts";

const cell = "md:py-2.5 md:pe-6 md:align-top print:py-1.5 print:pe-3 print:align-top";
/** On a phone the cells are inline: separated by a dot (`runOn`), or starting a new line (`newLine`). */
const runOn = "phone:inline phone:before:content-['_·_']";
const newLine = "phone:inline phone:before:block phone:before:content-['']";
/** Hides an empty cell on a phone, where no column has to be filled. */
const absent = "phone:hidden";
const small = "phone:text-xs phone:text-soft";

/** A figure as a table row; on a phone as a block with year and value first. */
export function FigureRow({ row, withTarget }: { row: Row; withTarget: boolean }) {
  const text = useText();
  const { say, lang } = text;
  const { figure: o, indicator } = row;
  const kind = indicator?.valueKind ?? "count";
  const flags = flagWords(o, text).join(", ");
  return (
    // biome-ignore-start lint/a11y/noRedundantRoles: `display: block` removes the implicit roles
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

/**
 * The column heading inside a cell, for phones, where the header row is hidden; screen readers still have the header.
 */
const Label = ({ text }: { text: string }) => (
  <span className="hidden text-soft phone:inline" aria-hidden="true">
    {text}
    {"\u00a0"}
  </span>
);
