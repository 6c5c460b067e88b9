import { GetForm } from "../../document/get-form.tsx";
import { useText } from "../../text/text.tsx";
import { SelectField } from "../../ui/fields.tsx";
import { SORT_COLUMNS, type Sort, sortText } from "./rows.ts";

/** Sort order as a select, for phones, where the column headers are hidden. */
export function SortForm({ sort }: { sort: Sort | null }) {
  const { say } = useText();
  const columns = SORT_COLUMNS.flatMap((value) => {
    const column = say(`data.column.${value}`);
    return [
      { value, label: say("data.sortUp", { column }) },
      { value: `-${value}`, label: say("data.sortDown", { column }) },
    ];
  });
  return (
    <GetForm own={["sort", "page"]} className="no-print flex items-end gap-3 pb-3 md:hidden">
      <SelectField
        id="sort"
        label={say("data.sort")}
        box="min-w-0 grow"
        defaultValue={sortText(sort) ?? ""}
        none={say("data.sortNone")}
        choices={columns}
      />
      <button id="sort-rows" type="submit" className="button">
        {say("data.apply")}
      </button>
    </GetForm>
  );
}
