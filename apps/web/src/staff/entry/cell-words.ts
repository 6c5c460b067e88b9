import type { StaffText } from "../../text/staff-text.tsx";
import { day } from "../../words/format.ts";
import { typedText } from "../submissions/figure-words.ts";
import type { Cell } from "./reads.ts";

/** The text of a grid cell: its value, and what is missing or who is working on it. */
export function cellWords(cell: Cell, { say, lang }: StaffText): { value: string | null; words: string[] } {
  const words: string[] = [];
  if (cell.grade === "provisional" || cell.grade === "estimate") words.push(say(`grade.${cell.grade}`));
  if (cell.state !== "entered" && cell.state !== "none") words.push(say(`cell.${cell.state}`));
  if (cell.wanted === "final" && cell.wantedState)
    words.push(say(cell.wantedState === "overdue" ? "cell.finalOverdue" : "cell.finalDue"));
  for (const { author, state } of cell.proposals)
    words.push(
      state === "draft" || state === "returned"
        ? say("cell.draft", { name: author.name })
        : say(`state.${state as "submitted"}`),
    );
  return { value: cell.value === null ? null : typedText(cell.value, lang), words };
}

/** When what is wanted was or is expected, and until when it has to be asked for. */
export const dueText = (cell: Cell, { say, lang }: StaffText): string =>
  [
    cell.dueBy ? say("grid.dueBy", { day: day(cell.dueBy, lang) }) : null,
    cell.requestBy ? say("grid.requestBy", { day: day(cell.requestBy, lang) }) : null,
  ]
    .filter((part) => part !== null)
    .join(", ");

/** The colour class of a cell, or undefined. Redundant with its text. */
export function cellClass(cell: Cell): "danger" | "warning" | "met" | "not_assessable" | undefined {
  if (cell.proposals.some(({ state }) => state === "submitted" || state === "scheduled")) return "met";
  if (cell.proposals.length > 0) return "not_assessable";
  if (cell.state === "overdue" || cell.wantedState === "overdue") return "danger";
  if (cell.state === "due" || cell.state === "gap") return "warning";
  return undefined;
}
