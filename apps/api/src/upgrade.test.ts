import { expect, test } from "vitest";
import { findTampering } from "./audit/verify.ts";
import { openDb } from "./db/open.ts";
import { staffFileFor } from "./staff/open.ts";
import { openSignIn } from "./staff/sign-in.ts";
import { testApp } from "./test-app.ts";
import { fixtureFile, fixturePeople } from "./test-fixture.ts";
import { LOCAL, socket } from "./test-staff.ts";

test("a database of an earlier version is opened, verifies, and serves readers and staff as before", async () => {
  const file = fixtureFile();
  const db = openDb(file);
  const signIn = openSignIn({ file: staffFileFor(file), publicOrigin: null });
  const server = await testApp({ db, signIn, now: () => new Date("2026-11-27T02:00:00Z") });
  expect(findTampering(db)).toBeNull();
  expect((await server.json("/releases/63")).release).toMatchObject({
    enteredBy: "Nguyễn Thị Lan",
    approvedBy: "Phạm Thanh Hoa",
  });
  expect((await server.json("/observations?indicator=GII_RANK&area=VNM")).items.at(-1).value).toBe(42);
  const { email, password } = fixturePeople.lan;
  const answer = await server.app.request(
    `${LOCAL}/api/v1/session`,
    {
      method: "POST",
      headers: { "sec-fetch-site": "same-origin", "content-type": "application/json" },
      body: JSON.stringify({ email, password }),
    },
    socket("127.0.0.1"),
  );
  expect(await answer.json()).toEqual({ next: "second-factor" });
  expect(server.logged).toEqual([]);
  signIn.db.close();
  db.close();
});
