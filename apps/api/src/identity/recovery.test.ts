import { expect, test } from "vitest";
import { NOW } from "../app.fixture.ts";
import { read } from "../submissions/team.fixture.ts";
import { findTampering } from "../verify/verify.ts";
import { accounts, slug } from "./accounts.fixture.ts";

test("one sees how many recovery codes are left, and replaces them with a code of one's own authenticator", async () => {
  const server = await accounts();
  const lan = await server.setUp("lan@example.vn");
  const [first = "", second = ""] = lan.recoveryCodes;
  const { cookie } = await server.open(lan.email, { recoveryCode: first }, lan.device);
  const left = async () => (await read(server.ask("GET", "/session/recovery-codes", undefined, { cookie }))).left;
  const renew = (body: object) => server.ask("POST", "/session/recovery-codes", body, { cookie });
  expect(await left()).toBe(9);
  expect(await slug(await renew({}))).toBe("confirmation-needed");
  expect(await server.events()).not.toContain("staff.confirmation_refused");
  expect(await slug(await renew({ code: "000000" }))).toBe("confirmation-needed");
  expect(await server.events()).toContain("staff.confirmation_refused");
  expect(await left()).toBe(9);
  const { recoveryCodes } = await read(renew({ code: await lan.code() }));
  expect([recoveryCodes.length, await left()]).toEqual([10, 10]);
  expect((await server.open(lan.email, { recoveryCode: second })).answer.status).toBe(401);
  expect((await server.open(lan.email, { recoveryCode: recoveryCodes[0] })).answer.status).toBe(200);
  const { items } = await read(server.ask("GET", "/notices", undefined, { cookie }));
  expect(items.map(({ kind }: { kind: string }) => kind)).toContain("codes_renewed");
  expect(await server.events()).toContain("staff.codes_renewed");
  expect(await findTampering({ db: server.db, now: NOW })).toBeNull();
});
