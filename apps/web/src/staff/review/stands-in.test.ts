import { expect, test } from "vitest";
import type { Delegation } from "../submissions/reads.ts";
import { standsInFor } from "./stands-in.ts";

const delegation = (id: number, more: Partial<Delegation> = {}): Delegation => ({
  id,
  reviewer: { id: `r${id}`, name: `Hoa ${id}` },
  standIn: { id: "minh", name: "Minh" },
  startsAt: "2026-11-20T00:00:00.000Z",
  endsAt: "2026-11-30T00:00:00.000Z",
  state: "accepted",
  createdBy: { id: `r${id}`, name: `Hoa ${id}` },
  confirmedBy: null,
  acceptedAt: "2026-11-20T00:00:00.000Z",
  ...more,
});

test("somebody stands in under what they accepted, from its beginning to its end, the oldest first", () => {
  const list = [
    delegation(2),
    delegation(1),
    delegation(3, { state: "offered" }),
    delegation(4, { standIn: { id: "lan", name: "Lan" } }),
  ];
  const at = (time: string) => standsInFor(list, "minh", time).map(({ name }) => name);
  expect(at("2026-11-21T00:00:00.000Z")).toEqual(["Hoa 1", "Hoa 2"]);
  expect(at("2026-11-20T00:00:00.000Z")).toEqual(["Hoa 1", "Hoa 2"]);
  expect(at("2026-11-19T23:59:59.999Z")).toEqual([]);
  expect(at("2026-11-30T00:00:00.000Z")).toEqual([]);
});
