import { useAddress } from "../../address/address.ts";
import { HiddenFields } from "../../document/hidden-fields.tsx";
import { useText } from "../../text/text.tsx";
import { field } from "../../ui/field.ts";
import { SORT_COLUMNS, type Sort, sortText } from "./rows.ts";

/** The order of the rows where the heads of columns are out of sight. */
export function SortForm({ sort }: { sort: Sort | null }) {
  const { say } = useText();
  const { path, search } = useAddress();
  return (
    <form method="get" action={path} autoComplete="off" className="no-print flex items-end gap-3 pb-3 md:hidden">
      <HiddenFields search={{ ...search, page: undefined }} before="sort" />
      <label className="min-w-0 grow text-xs font-semibold text-soft">
        {say("data.sort")}
        <select name="sort" className={`${field} mt-1`} defaultValue={sortText(sort) ?? ""}>
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
      <HiddenFields search={search} after="sort" />
      <button id="sort-rows" type="submit" className="button">
        {say("data.apply")}
      </button>
    </form>
  );
}
