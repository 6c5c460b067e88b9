import { expect, test } from "vitest";
import { type Absence, agenda, isUncovered, standInTime } from "./agenda.ts";

const away = (name: string, from: string, to: string, standIns: Absence["standIns"] = []): Absence => ({
  ...{ id: 1, person: { id: name, name }, from, to, standIns },
});
const standIn = (isAway: boolean): Absence["standIns"][number] => ({
  ...{ delegation: 1, person: { id: "minh", name: "Minh" }, startsAt: "", endsAt: "", state: "accepted", away: isAway },
});
const today = "2026-11-27";
const publication = { submission: 7, title: "GII 2026", publishAt: "2026-12-02T17:30:00Z" };

test("who is away today stands first; then beginnings, closings and publications by day with who is away on it", () => {
  const items = [
    away("Hoa", "2026-11-20", "2026-12-01"),
    away("Lan", "2026-12-03", "2026-12-03"),
    away("Minh", "2027-02-25", "2027-02-26"),
    away("Vy", "2027-02-26", "2027-02-26"),
  ];
  const { end, now, today: events, coming, later } = agenda({ today, items }, [publication]);
  expect([end, now.map(({ person }) => person.name), events]).toEqual(["2027-02-25", ["Hoa"], []]);
  expect(coming).toMatchObject([
    { kind: "closing", day: "2026-12-01", away: ["Hoa"] },
    { kind: "absence", day: "2026-12-03", absence: { person: { name: "Lan" } } },
    // Half past midnight in Viet Nam.
    { kind: "publication", day: "2026-12-03", title: "GII 2026", away: ["Lan"] },
    { kind: "absence", day: "2027-02-25" },
  ]);
  expect(later.map(({ person }) => person.name)).toEqual(["Vy"]);
});

test("a closing of today and a publication that is late belong to today", () => {
  const late = { ...publication, publishAt: "2026-11-30T01:00:00Z" };
  const found = agenda({ today: "2026-12-01", items: [] }, [late]);
  expect(found.today.map(({ kind }) => kind).sort()).toEqual(["closing", "publication"]);
  expect(found.coming).toEqual([]);
});

test("a reviewer is covered by whoever was asked and is there", () => {
  expect(isUncovered(away("Hoa", today, today))).toBe(true);
  expect(isUncovered(away("Hoa", today, today, [standIn(true)]))).toBe(true);
  expect(isUncovered(away("Hoa", today, today, [standIn(true), standIn(false)]))).toBe(false);
});

test("a stand-in is asked for from now, or the first day's start in Viet Nam, to the last one's end, for 90 days at most", () => {
  expect(standInTime({ from: "2026-11-20", to: "2026-12-01" }, today)).toEqual({
    startsAt: null,
    endsAt: "2026-12-01T17:00:00.000Z",
  });
  expect(standInTime({ from: "2026-12-01", to: "2027-06-30" }, today)).toEqual({
    startsAt: "2026-11-30T17:00:00.000Z",
    endsAt: "2027-02-28T17:00:00.000Z",
  });
});
