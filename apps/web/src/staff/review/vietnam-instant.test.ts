import { expect, test } from "vitest";
import { vietnamInstant } from "./vietnam-instant.ts";

test.each([
  ["16/9/2025 08:00", "2025-09-16T01:00:00.000Z"],
  ["06/01/2025, 6:30", "2025-01-05T23:30:00.000Z"],
  ["2099-01-01T08:00", "2099-01-01T01:00:00.000Z"],
])("%s in Viet Nam is %s", (typed, instant) => expect(vietnamInstant(typed)).toBe(instant));

test.each(["", "16/9/2025", "31/2/2025 08:00", "16/9/2025 24:00", "16/9/2025 08:60", "mai 08:00", "08:00"])(
  "%j is no instant",
  (typed) => expect(vietnamInstant(typed)).toBeNull(),
);
