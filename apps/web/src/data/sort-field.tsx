import { usePageText } from "../text/page-text.tsx";
import { field } from "../ui/field.ts";
import { SORT_COLUMNS, type Sort } from "./rows.ts";

type Props = { sort: Sort | null; onSort: (sort: string | undefined) => void };

/** The order of the rows where the heads of columns are out of sight. */
export function SortField({ sort, onSort }: Props) {
  const { say } = usePageText();
  return (
    <label className="no-print block pb-3 text-xs font-semibold text-soft md:hidden">
      {say("data.sort")}
      <select
        className={`${field} mt-1`}
        value={sort ? `${sort.isDown ? "-" : ""}${sort.column}` : ""}
        onChange={(event) => onSort(event.target.value || undefined)}
      >
        <option value="">{say("data.sortNone")}</option>
        {SORT_COLUMNS.flatMap((column) => [
          <option key={column} value={column}>
            {say("data.sortUp", { column: say(`data.column.${column}`) })}
          </option>,
          <option key={`-${column}`} value={`-${column}`}>
            {say("data.sortDown", { column: say(`data.column.${column}`) })}
          </option>,
        ])}
      </select>
    </label>
  );
}
