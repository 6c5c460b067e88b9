import { beforeEach, expect, test } from "vitest";
import { becomePageOf, pagePerson, tabCopy } from "./person.ts";
import { signInAgain } from "./sign-in-again.ts";

const [em, cuong] = ["em-1", "cuong-2"];
beforeEach(() => {
  becomePageOf(null);
  becomePageOf(em);
});

test("what one person types is theirs: another reads nothing of it, and their own stays through a reload", () => {
  tabCopy.write(em, "GII_RANK 2026", { edition: "chưa gửi" });
  expect(tabCopy.read(cuong, "GII_RANK 2026")).toBeNull();
  becomePageOf(em);
  expect(tabCopy.read(em, "GII_RANK 2026")).toEqual({ edition: "chưa gửi" });
});

test.each([cuong, null, "em-11"])("it is gone from the tab when the page becomes %s's", (next) => {
  tabCopy.write(em, "GII_RANK 2026", { edition: "chưa gửi" });
  sessionStorage.setItem("moc2030-figure GII_RANK", "kept by a version before this one");
  sessionStorage.setItem("another site's", "1");
  becomePageOf(next);
  expect(Object.keys(sessionStorage)).toEqual(["another site's"]);
  expect(pagePerson()).toBe(next);
});

test("what waits for a sign-in goes on for the same person, and fails for another", async () => {
  const own = signInAgain();
  becomePageOf(em);
  await expect(own).resolves.toBeUndefined();
  const others = signInAgain();
  becomePageOf(cuong);
  await expect(others).rejects.toThrow("not signed in");
});
