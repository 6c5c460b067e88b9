import { expect, test } from "vitest";
import { NOW } from "../app.fixture.ts";
import { type Missing, missingOf } from "./missing.ts";

const HOUR = 3_600_000;
const ago = (hours: number) => new Date(NOW.getTime() - hours * HOUR).toISOString();
const well = {
  backup: { madeAt: ago(25), testedAt: ago(24 * 34) },
  freeBytes: 2e9,
  clock: "synchronised",
  mail: { waiting: 3, failed: 0 },
} as const;
const set = {
  owner: { vi: "Bộ Khoa học và Công nghệ", en: null },
  contact: "lienhe@example.vn",
  origin: "https://moc2030.example.vn",
  mails: true,
  copies: true,
  administrators: 2,
};

test("nothing is missing where all is set and in time", () => expect(missingOf(well, set, NOW)).toEqual([]));

test.each<[Missing[], Partial<Parameters<typeof missingOf>[0]>, Partial<typeof set> | { owner: null; contact: null }]>([
  [["disk"], { freeBytes: 999_999_999 }, {}],
  [["no-backup", "no-restore-test"], { backup: {} }, {}],
  [["old-backup"], { backup: { madeAt: ago(27), testedAt: ago(1) } }, {}],
  [["old-restore-test"], { backup: { madeAt: ago(1), testedAt: ago(24 * 36) } }, {}],
  [["no-hook"], {}, { copies: false }],
  [["one-administrator"], {}, { administrators: 1 }],
  [["clock-off"], { clock: "off" }, {}],
  [["clock-unknown"], { clock: "unknown" }, {}],
  [["mail-failed"], { mail: { waiting: 0, failed: 1 } }, {}],
  [["owner", "contact"], {}, { owner: null, contact: null }],
  [["origin", "relay"], {}, { origin: "", mails: false }],
])("%j is said where it is", (missing, state, settings) =>
  expect(missingOf({ ...well, ...state }, { ...set, ...settings }, NOW)).toEqual(missing),
);
