import { type ImportColumn, importColumns } from "@moc2030/shared/import-row";
import { useStaffText } from "../text/staff-text.tsx";
import { field } from "../ui/field.ts";
import { FormField } from "../ui/form-field.tsx";
import { columnWord } from "./field-word.ts";
import type { Columns } from "./table-head.ts";

const NEEDED: readonly ImportColumn[] = ["TIME_PERIOD", "OBS_VALUE"];
const OTHERS = importColumns.filter((name) => !NEEDED.includes(name) && !name.startsWith("REASON"));

type Props = { cells: readonly string[]; columns: Columns; set: (columns: Columns) => void };

/** Asks which column of a table holds what, by what stands at its top. */
export function ColumnFields({ cells, columns, set }: Props) {
  const { say } = useStaffText();
  const select = (name: ImportColumn) => (
    <FormField key={name} id={`column-${name}`} label={say("import.column", { name: say(columnWord(name)) })}>
      {(tied) => (
        <select
          {...tied}
          value={columns[name] ?? ""}
          onChange={(event) => {
            const { [name]: _, ...rest } = columns;
            set(event.target.value === "" ? rest : { ...rest, [name]: Number(event.target.value) });
          }}
          className={field}
        >
          {NEEDED.includes(name) && columns[name] !== undefined ? null : (
            <option value="">{say("import.noColumn")}</option>
          )}
          {cells.map((cell, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place; two can have one name
            <option key={index} value={index}>
              {say("import.columnNo", { n: index + 1, name: cell.slice(0, 40) || "–" })}
            </option>
          ))}
        </select>
      )}
    </FormField>
  );
  return (
    <fieldset>
      <legend className="text-sm font-semibold">{say("import.columns")}</legend>
      <div className="mt-2 grid gap-5 sm:grid-cols-2">{NEEDED.map(select)}</div>
      {cells.length > NEEDED.length ? (
        <details className="more mt-3" open={OTHERS.some((name) => columns[name] !== undefined) || undefined}>
          <summary>{say("import.columnsMore")}</summary>
          <div className="mt-3 grid gap-5 sm:grid-cols-2">{OTHERS.map(select)}</div>
        </details>
      ) : null}
    </fieldset>
  );
}
