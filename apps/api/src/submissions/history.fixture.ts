import { type FigureInput, figureInput } from "@moc2030/shared/schema/submission";
import fc from "fast-check";
import type { Actor } from "../identity/actor.ts";

/** Three colleagues who can all propose and review. */
export const people: Actor[] = ["An", "Bình", "Chi"].map((name) => ({
  id: name,
  name,
  email: name,
  role: "reviewer",
  session: name,
}));
export const YEARS = [2022, 2023, 2024, 2025, 2026];
/** The series they work on. */
export const key = (timePeriod: number) => ({ indicator: "GII_RANK", compiler: "WIPO", refArea: "VNM", timePeriod });
/** A proposal without findings. */
export const figure = (timePeriod: number, value: number, kind: "enter" | "withdraw"): FigureInput =>
  figureInput.parse({
    ...key(timePeriod),
    kind,
    value: kind === "enter" ? String(value) : null,
    rankPool: 140,
    source: "GII2025-CAFEF",
    reason: "own_error",
    reasonText: "lý do",
    confirmation: "đã đối chiếu",
  });

/** Any action by anyone at any time; `pick` chooses among the existing submissions. */
const who = fc.nat(2);
const pick = fc.nat(30);
const year = fc.constantFrom(...YEARS);
export const step = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("draft" as const),
      who,
      years: fc.uniqueArray(year, { minLength: 1, maxLength: 3 }),
      value: fc.integer({ min: 1, max: 139 }),
      kind: fc.constantFrom("enter" as const, "enter" as const, "withdraw" as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("move" as const), who, from: year, to: year }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant("change" as const), who, pick, value: fc.integer({ min: 1, max: 139 }) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("remove" as const), who, pick }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant("submit" as const), who, pick }) },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant("approve" as const),
      who,
      pick,
      part: fc.boolean(),
      hours: fc.constantFrom(0, 0, 1, 5),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("refuse" as const),
      who,
      pick,
      rest: fc.constantFrom("return" as const, "reject" as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("withdraw" as const), who, pick }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("recall" as const), who, pick }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("copy" as const), who, pick }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("unschedule" as const), who, pick }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("wait" as const), hours: fc.constantFrom(1, 2, 6) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("restart" as const) }) },
);
export type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;
