import type { ImportColumn } from "@moc2030/shared/entry/import-columns";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { useState } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { i18nOf } from "../../text/catalogue.ts";
import en from "../../text/en.json" with { type: "json" };
import staffEn from "../../text/staff.en.json" with { type: "json" };
import { TextProvider } from "../../text/text.tsx";
import { typedRows, type WorkRow } from "./work-rows.ts";
import { WorkTable } from "./work-table.tsx";

let left = 0;
function Table({ initial = typedRows([{ REF_AREA: "VNM" }, { REF_AREA: "LAO" }]) }: { initial?: WorkRow[] }) {
  const [rows, setRows] = useState(initial);
  const [columns, setColumns] = useState<ImportColumn[]>(["REF_AREA", "OBS_VALUE"]);
  return (
    <WorkTable
      work={{
        rows,
        columns,
        change: setRows,
        addColumn: (name) => setColumns([...columns, name]),
        check: () => left++,
      }}
      query={{}}
    />
  );
}
const draw = (initial?: WorkRow[]) =>
  render(
    <QueryClientProvider client={new QueryClient()}>
      <TextProvider i18n={i18nOf("en", { ...en, ...staffEn })}>
        <Table {...(initial && { initial })} />
      </TextProvider>
    </QueryClientProvider>,
  );
beforeEach(() => {
  left = 0;
  // Nothing is named: no row has been read.
  vi.stubGlobal("fetch", async () => Response.json({ items: [] }));
  draw();
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const cell = (name: string) => screen.getByRole<HTMLInputElement>("textbox", { name });
const press = (key: string) => fireEvent.keyDown(document.activeElement as Element, { key });
const at = () => document.activeElement?.getAttribute("aria-label");

test("arrow keys and Enter go from cell to cell, within a text only at its ends", () => {
  cell("Value, line new 1").focus();
  press("ArrowDown");
  expect(at()).toBe("Value, line new 2");
  press("ArrowLeft");
  expect(at()).toBe("Economy, line new 2");
  cell("Economy, line new 2").setSelectionRange(1, 1);
  press("ArrowRight");
  expect(at()).toBe("Economy, line new 2");
  press("ArrowUp");
  press("ArrowUp");
  expect(at()).toBe("Economy, line new 1");
  press("Enter");
  expect(at()).toBe("Economy, line new 2");
});

test("Enter in the last row checks what was changed there, and stays", () => {
  const last = cell("Value, line new 2");
  last.focus();
  fireEvent.change(last, { target: { value: "44" } });
  press("Enter");
  expect([left, at()]).toEqual([1, "Value, line new 2"]);
});

test("a block of cells is pasted from the cell on; a single text as usual", () => {
  const paste = (said: string) =>
    fireEvent.paste(cell("Economy, line new 2"), { clipboardData: { getData: () => said } });
  expect(paste("one text")).toBe(true);
  expect(paste("THA\t45\nSGP\t5")).toBe(false);
  expect(["Economy, line new 2", "Value, line new 2", "Value, line new 3"].map((name) => cell(name).value)).toEqual([
    "THA",
    "45",
    "5",
  ]);
});

test("a cell that was changed is checked when it is left, one that was not checked too; a row is dropped or added", () => {
  const value = cell("Value, line new 1");
  fireEvent.change(value, { target: { value: "44" } });
  fireEvent.blur(value);
  expect(left).toBe(1);
  fireEvent.click(screen.getByRole("button", { name: "Drop line new 1" }));
  expect(screen.getAllByRole("textbox", { name: /^Economy/ })).toHaveLength(1);
  fireEvent.click(screen.getByRole("button", { name: "Add a row" }));
  fireEvent.change(screen.getByRole("combobox"), { target: { value: "PLACE" } });
  expect(cell("Page, table, letter, line new 2").value).toBe("");
});

test("blank rows of a table are dropped at once; a row typed in, one with a reason and one said to have no figure stay", () => {
  cleanup();
  const given = (id: number, cells: WorkRow["cells"]): WorkRow => ({ id, line: id, cells, checked: null });
  const initial = [
    given(2, { REF_AREA: "VNM", OBS_VALUE: "44" }),
    given(3, { REF_AREA: "LAO" }),
    given(4, { REF_AREA: "THA", OBS_VALUE: " " }),
    given(5, { REF_AREA: "SGP", OBS_STATUS: "M" }),
    given(6, { REF_AREA: "IDN", REASON_TEXT: "Not in the print" }),
    { ...given(7, { REF_AREA: "PHL" }), line: null },
  ];
  draw(initial);
  fireEvent.click(screen.getByRole("button", { name: "Drop 2 blank rows" }));
  const economies = screen.getAllByRole<HTMLInputElement>("textbox", { name: /^Economy/ }).map(({ value }) => value);
  expect(economies).toEqual(["VNM", "SGP", "IDN", "PHL"]);
  expect(screen.queryByRole("button", { name: /blank/ })).toBeNull();
});
