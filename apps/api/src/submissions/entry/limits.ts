import { usualChange } from "@moc2030/shared/entry/plausible";
import type { IndicatorDefinition } from "@moc2030/shared/schema/indicator";
import { appendAudit } from "../../audit/chain.ts";
import type { Db } from "../../db/database.ts";
import { changeLimit } from "../../db/work/indicators.ts";
import { listDefinitions } from "../../definitions/queries.ts";
import { invalidField } from "../../http/problem.ts";
import type { Actor } from "../../identity/actor.ts";
import { newestReleaseId } from "../../observations/read-point.ts";
import { lastSetLimits } from "../change-limits.ts";
import { officialFigures, pointsOf } from "../published.ts";

/** Each indicator's range, what change its official series makes usual, and what a reviewer has set last. */
export async function listLimits(db: Db) {
  const set = await lastSetLimits(db);
  const indicators = await listDefinitions(db, "indicator", await newestReleaseId(db));
  const items = [];
  for (const indicator of indicators.sort((a, b) => a.order - b.order)) {
    const series = pointsOf(await officialFigures(db, indicator));
    const { code, shortName, unit, range } = indicator;
    items.push({
      indicator: code,
      name: shortName,
      unit,
      range,
      usual: usualChange(series),
      set: set.get(code) ?? null,
    });
  }
  return items;
}

type Wanted = { low: number | null; high: number | null; reason: string };

/** Sets what yearly change of an indicator is plausible; nulls give it back to the history of its figures. */
export async function setLimits(
  tx: Db,
  actor: Actor,
  { code: indicator, range }: Pick<IndicatorDefinition, "code" | "range">,
  { low, high, reason }: Wanted,
  now: Date,
) {
  const most = range.max - range.min;
  for (const [name, end] of Object.entries({ low, high }))
    if (end !== null && Math.abs(end) > most) throw invalidField(`/${name}`, `expected from -${most} to ${most}`);
  if ((low === null) !== (high === null)) throw invalidField("/high", "expected both limits, or neither");
  if (low !== null && high !== null && low >= high) throw invalidField("/high", "expected more than low");
  const at = now.toISOString();
  const said = { low, high, reason };
  await tx.orm.insert(changeLimit).values({ indicator, ...said, setBy: actor.id, setByName: actor.name, at });
  await appendAudit(tx, { at, actor, action: "limits.changed", subject: `indicator ${indicator}`, detail: said });
}
