import { useStaffText } from "../../text/staff-text.tsx";
import { SelectField } from "../../ui/fields.tsx";
import type { WorkbookRead } from "./reads.ts";

type Props = { file: File; read: WorkbookRead; onChoose: (file: File, sheet: string) => Promise<void> };

/** Selects the sheet of a workbook; hidden ones say so. */
export function SheetField({ file, read: { sheet, sheets }, onChoose }: Props) {
  const { say } = useStaffText();
  return (
    <SelectField
      id="import-sheet"
      label={say("import.sheet")}
      choices={sheets.map(({ name, hidden }) => ({
        value: name,
        label: hidden ? say("import.sheetHidden", { name }) : name,
      }))}
      value={sheet}
      onChange={(chosen) => void onChoose(file, chosen)}
      box="mt-3 max-w-md"
    />
  );
}
