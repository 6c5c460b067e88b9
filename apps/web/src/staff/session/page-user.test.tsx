import { beforeEach, expect, test } from "vitest";
import { pageUser, setPageUser, unsavedInput } from "./page-user.ts";
import { requestSignIn } from "./sign-in-request.ts";

const [em, cuong] = ["em-1", "cuong-2"];
beforeEach(() => {
  setPageUser(null);
  setPageUser(em);
});

test("what one person types is theirs: another reads nothing of it, and their own stays through a reload", () => {
  unsavedInput.write(em, "GII_RANK 2026", { edition: "chưa gửi" });
  expect(unsavedInput.read(cuong, "GII_RANK 2026")).toBeNull();
  setPageUser(em);
  expect(unsavedInput.read(em, "GII_RANK 2026")).toEqual({ edition: "chưa gửi" });
});

test.each([cuong, null, "em-11"])("it is gone from the tab when the page becomes %s's", (next) => {
  unsavedInput.write(em, "GII_RANK 2026", { edition: "chưa gửi" });
  sessionStorage.setItem("moc2030-figure GII_RANK", "kept by a version before this one");
  sessionStorage.setItem("another site's", "1");
  setPageUser(next);
  expect(Object.keys(sessionStorage)).toEqual(["another site's"]);
  expect(pageUser()).toBe(next);
});

test("what waits for a sign-in goes on for the same person, and fails for another", async () => {
  const own = requestSignIn();
  setPageUser(em);
  await expect(own).resolves.toBeUndefined();
  const others = requestSignIn();
  setPageUser(cuong);
  await expect(others).rejects.toThrow("not signed in");
});
