import type { FigureInput } from "@moc2030/shared/schema/submission";
import type { Db } from "../../db/database.ts";
import type { ItemRow } from "../../db/work/submissions.ts";
import { Problem } from "../../http/problem.ts";
import type { Actor } from "../../identity/actor.ts";
import { changeFigures, removeFigures } from "../commands.ts";
import { inputOf } from "../item-row.ts";
import type { Answer } from "../publication.ts";
import { listItems } from "../queries.ts";
import type { ClassifiedRows } from "./csv.ts";
import { readChanges, readIds } from "./options.ts";

/** The figure of a row in the place of an item, whose author's words, second comment and base stay where the row says none. */
function changeOf(item: ItemRow | undefined, input: FigureInput, lang: "vi" | "en"): FigureInput {
  if (!item) return input;
  const { obsComVi, obsComEn, confirmation, refArea, timePeriod, indicator, compiler } = inputOf(item);
  const isSame =
    input.refArea === refArea &&
    input.timePeriod === timePeriod &&
    input.indicator === indicator &&
    input.compiler === compiler;
  return {
    ...input,
    ...(lang === "vi" ? { obsComEn } : { obsComVi }),
    confirmation: input.confirmation ?? confirmation,
    // A figure that is moved is seen against what is published in its new place.
    baseRelease: isSame ? item.baseRelease : input.baseRelease,
  };
}

/** Changes and takes out figures of a draft by the rows of a table; a row that is not there to be taken refuses all. */
export async function changeRows(
  tx: Db,
  actor: Actor,
  { id, version }: { id: number; version: number },
  { inputs, lines }: ClassifiedRows,
  query: { changes?: string | undefined; drops?: string | undefined; lang: "vi" | "en" },
  answer: Answer,
  now: Date,
): Promise<{ version: number; changed: ReadonlySet<number> }> {
  const byLine = readChanges(query.changes);
  const ready = new Set(lines);
  const wrong = [...byLine.keys()].filter((line) => !ready.has(line));
  if (wrong.length > 0)
    throw new Problem(
      "invalid",
      `${wrong.length} rows cannot take the place of figures.`,
      wrong.map((line) => ({
        pointer: `/line/${line}`,
        detail: "expected a row of the table without errors, with another figure than the published one",
      })),
    );
  let next = version;
  const drops = readIds(query.drops);
  if (drops.length > 0) await removeFigures(tx, actor, id, next++, drops, now);
  const items = new Map((await listItems(tx, id)).map((item) => [item.id, item]));
  const changes = inputs.flatMap((input, n) => {
    const item = byLine.get(lines[n] ?? 0);
    return item === undefined ? [] : [{ item, input: changeOf(items.get(item), input, query.lang) }];
  });
  if (changes.length > 0) await changeFigures(tx, actor, id, next++, changes, now, answer);
  return { version: next, changed: new Set(byLine.keys()) };
}
