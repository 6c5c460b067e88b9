import { fileColumns, type ImportColumn } from "@moc2030/shared/entry/import-columns";
import { useQuery } from "@tanstack/react-query";
import { type ClipboardEvent, Fragment, type KeyboardEvent, type ReactNode, useId, useRef, useState } from "react";
import { useView } from "../../address/view.tsx";
import * as api from "../../client/api.ts";
import { useStaffText } from "../../text/staff-text.tsx";
import { Button } from "../../ui/button.tsx";
import { SelectField } from "../../ui/fields.tsx";
import { JumpLink } from "../../ui/jump-link.tsx";
import { ScrollBox } from "../../ui/scroll-box.tsx";
import { useAreaName } from "../submissions/area-name.ts";
import { columnTextId } from "./field-text-id.ts";
import { RowPanel } from "./row-details.tsx";
import { hasFault, saidOf, titleOf } from "./row-said.ts";
import type { Work } from "./use-work.ts";
import { isBlank, isWaiting, type WorkRow, withBlock, withCell, withRow } from "./work-rows.ts";

const LOOK = { new: "on_track", changed: "met", unchanged: "not_assessable", refused: "danger" } as const;
/** Rows that can be worked on at once; the others come up as rows are dropped or taken. */
const SHOWN = 200;
const NARROW: ReadonlySet<ImportColumn> = new Set(["TIME_PERIOD", "OBS_VALUE", "REF_AREA", "OBS_STATUS", "RANK_POOL"]);

type Props = {
  work: Pick<Work, "rows" | "columns" | "change" | "addColumn"> & { check: () => void };
  /** Query of a check of the rows. */
  query: Record<string, string>;
  /** What a row that waits for its figure is to hold. */
  wantedOf?: (row: WorkRow) => string | null;
  /** What is said of a row beside its check. */
  noteOf?: (row: WorkRow) => ReactNode;
};

/** Where a key leads from a cell: rows down, columns right; null within the text. */
function stepOf(event: KeyboardEvent<HTMLInputElement>): [number, number] | null {
  const { selectionStart, selectionEnd, value } = event.currentTarget;
  const isAt = (place: number) => selectionStart === place && selectionEnd === place;
  const isWhole = selectionStart === 0 && selectionEnd === value.length;
  if (event.key === "ArrowDown" || (event.key === "Enter" && !event.shiftKey)) return [1, 0];
  if (event.key === "ArrowUp" || event.key === "Enter") return [-1, 0];
  if (event.key === "ArrowLeft" && (isAt(0) || isWhole)) return [0, -1];
  if (event.key === "ArrowRight" && (isAt(value.length) || isWhole)) return [0, 1];
  return null;
}

/** The rows of a table as cells to type in: arrow keys and Enter go from cell to cell, a copied block is laid over them. */
export function WorkTable({ work: { rows, columns, change, addColumn, check }, query, wantedOf, noteOf }: Props) {
  const text = useStaffText();
  const { say } = text;
  const indicators = useQuery(api.indicators(useView())).data?.items;
  const indicatorName = (code: string) => indicators?.find((one) => one.code === code)?.shortName ?? code;
  const areaName = useAreaName();
  const table = useRef<HTMLTableElement>(null);
  const [opened, setOpened] = useState<number | null>(null);
  const own = useId();
  const idOf = (what: string, row: number) => `${own}${what}${row}`;
  const shown = rows.slice(0, SHOWN);
  const typed = columns.filter((name) => name !== "EVIDENCE");
  const close = (row: number) => {
    setOpened(null);
    table.current?.querySelector<HTMLElement>(`[aria-controls="${idOf("more", row)}"]`)?.focus();
  };
  const go = (row: number, column: number) => {
    const cell = table.current?.querySelector<HTMLInputElement>(`[data-at="${row},${column}"]`);
    cell?.focus();
    cell?.select();
    return cell !== null && cell !== undefined;
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>, row: number, column: number) => {
    if (event.altKey && event.key === "ArrowDown") return setOpened(rows[row]?.id ?? null);
    if (event.nativeEvent.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    const step = stepOf(event);
    if (!step) return;
    const hasGone = go(row + step[0], column + step[1]);
    // Enter in a last row stays where it is, and checks what a cell that is left would.
    if (!hasGone && event.key === "Enter" && rows[row]?.checked === null) check();
    if (hasGone || event.key === "Enter") event.preventDefault();
  };
  const onPaste = (event: ClipboardEvent, row: number, column: number) => {
    const block = event.clipboardData.getData("text/plain");
    if (!/[\t\n]/.test(block.trim())) return;
    event.preventDefault();
    change(withBlock(rows, typed, { row, column }, block));
  };
  const blank = rows.filter(isBlank).length;
  const others = fileColumns.filter((name) => !columns.includes(name));
  return (
    <>
      {/* Each cell is a stop of the Tab key. */}
      <JumpLink to={`${own}end`} className="button button-main sr-only mt-4 focus:not-sr-only">
        {say("work.skip")}
      </JumpLink>
      <ScrollBox label={say("import.result")}>
        <table ref={table} className="table mt-4 min-w-[44rem]">
          <caption className="sr-only">{say("cells.body")}</caption>
          <thead>
            <tr>
              <th scope="col">{say("import.line")}</th>
              {typed.map((name) => (
                <th key={name} scope="col">
                  {say(columnTextId(name))}
                </th>
              ))}
              <th scope="col">{say("import.class")}</th>
              <th scope="col">{say("import.figure")}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {shown.map((row, r) => {
              const place = row.line ?? (row.item ? r + 1 : say("work.newRow", { n: r + 1 }));
              const of = row.checked?.class;
              const isOpen = opened === row.id;
              const title = titleOf(row, indicatorName, areaName);
              const said = saidOf(row, typed, text);
              const note = noteOf?.(row);
              const isTold = said.length > 0 || Boolean(note);
              const wanted = isWaiting(row) ? wantedOf?.(row) : null;
              const [saidId, moreId, wantedId] = [idOf("said", row.id), idOf("more", row.id), idOf("wanted", row.id)];
              const describedBy = [wanted ? wantedId : "", isTold ? saidId : ""].filter(Boolean).join(" ");
              return (
                <Fragment key={row.id}>
                  <tr className={isTold ? "*:border-b-0!" : undefined}>
                    <th scope="row" className="num">
                      {place}
                    </th>
                    {typed.map((name, c) => (
                      <td key={name} className="p-1!">
                        <input
                          type="text"
                          data-at={`${r},${c}`}
                          aria-label={say("work.cell", { column: say(columnTextId(name)), line: place })}
                          aria-invalid={(!isWaiting(row) && hasFault(row.checked, name)) || undefined}
                          aria-describedby={describedBy || undefined}
                          autoComplete="off"
                          spellCheck={false}
                          value={row.cells[name] ?? ""}
                          onChange={(event) => change(withCell(rows, row.id, name, event.target.value))}
                          onKeyDown={(event) => onKeyDown(event, r, c)}
                          onPaste={(event) => onPaste(event, r, c)}
                          onBlur={() => row.checked === null && check()}
                          className={`min-h-9 rounded-[4px] border border-line-strong bg-surface px-2 aria-invalid:border-2 aria-invalid:border-(--danger) ${NARROW.has(name) ? "num w-20 sm:w-24" : "w-36 sm:w-44"}`}
                        />
                      </td>
                    ))}
                    <td
                      data-class={isWaiting(row) ? "warning" : of && LOOK[of]}
                      className="font-semibold whitespace-nowrap text-(--status)"
                    >
                      {isWaiting(row) ? say("work.waiting") : of ? say(`import.${of}`) : say("work.unchecked")}
                    </td>
                    <td className="min-w-48 text-soft">
                      {title}
                      {wanted ? (
                        <span id={wantedId} className="block text-xs">
                          {wanted}
                        </span>
                      ) : null}
                    </td>
                    <td className="space-x-2 p-1! text-end! whitespace-nowrap">
                      <Button
                        aria-label={say("work.moreOf", { line: place })}
                        aria-expanded={isOpen}
                        aria-controls={moreId}
                        className="min-h-9 py-1"
                        onClick={() => setOpened(isOpen ? null : row.id)}
                      >
                        {say("work.more")}
                      </Button>
                      <Button
                        aria-label={say("work.dropRow", { line: place })}
                        className="min-h-9 py-1"
                        onClick={() => change(rows.filter(({ id }) => id !== row.id))}
                      >
                        {say("work.drop")}
                      </Button>
                    </td>
                  </tr>
                  {isTold ? (
                    <tr>
                      <td colSpan={typed.length + 4} className="p-0!">
                        <div
                          id={saidId}
                          className="sticky start-0 w-[100cqi] max-w-4xl space-y-1 px-3 pb-3 whitespace-normal"
                        >
                          {said.map(([field, words]) => (
                            <p key={`${field} ${words}`}>
                              {field ? <strong>{field}: </strong> : null}
                              {words}
                            </p>
                          ))}
                          {note}
                        </div>
                      </td>
                    </tr>
                  ) : null}
                  {isOpen ? (
                    <tr>
                      <td colSpan={typed.length + 4} className="p-0!">
                        <RowPanel
                          id={moreId}
                          title={title || String(place)}
                          row={row}
                          rows={rows}
                          query={query}
                          onEvidence={(hashes) => change(withCell(rows, row.id, "EVIDENCE", hashes.join(";")))}
                          onClose={() => close(row.id)}
                        />
                      </td>
                    </tr>
                  ) : null}
                </Fragment>
              );
            })}
          </tbody>
        </table>
      </ScrollBox>
      {rows.length > SHOWN ? <p className="mt-2 text-sm text-soft">{say("import.cut", { n: SHOWN })}</p> : null}
      <div id={`${own}end`} tabIndex={-1} className="mt-3 flex flex-wrap items-end gap-4 outline-none">
        <Button onClick={() => change(withRow(rows))}>{say("work.addRow")}</Button>
        {blank > 0 ? (
          <Button onClick={() => change(rows.filter((row) => !isBlank(row)))}>
            {say("work.dropBlank", { n: blank })}
          </Button>
        ) : null}
        <SelectField
          id={`${own}column`}
          label={say("work.addColumn")}
          none={say("work.chooseColumn")}
          choices={others.map((value) => ({ value, label: say(columnTextId(value)) }))}
          value=""
          onChange={(name) => name && addColumn(name as ImportColumn)}
        />
      </div>
    </>
  );
}
