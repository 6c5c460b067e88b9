import { eq } from "drizzle-orm";
import { afterEach, expect, test } from "vitest";
import { NOW } from "../app.fixture.ts";
import { user } from "../identity/schema.ts";
import { notify } from "../notices/notify.ts";
import { gii2026, type Json, read, team } from "../submissions/team.fixture.ts";
import { findTampering } from "../verify/verify.ts";
import { sendMails, startMailer } from "./mailer.ts";
import { closeRelays, decoded, openRelay, type Received } from "./relay.fixture.ts";

afterEach(closeRelays);

async function mailedTeam(port: number) {
  let now = NOW;
  const t = await team({ now: () => now });
  const mailer = {
    ...{ db: t.db, signIn: t.signIn, url: `smtp://127.0.0.1:${port}`, from: "moc2030@example.vn" },
    ...{ origin: "https://moc2030.example.vn", now: () => now },
  };
  const wait = (minutes: number) => {
    now = new Date(now.getTime() + minutes * 60_000);
  };
  return { ...t, mailer, wait };
}

test("reviewers get a mail for what was handed in, its author for the decision, each in their language", async () => {
  const relay = await openRelay();
  const t = await mailedTeam(relay.port);
  await t.hoa.put("/session/language", { lang: "en" });
  const sent = await t.submit(t.lan, await t.draft(t.lan, gii2026));
  expect(await sendMails(t.mailer)).toBe(true);
  expect(relay.box.map(({ to }) => to)).toEqual([[t.hoa.actor.email]]);
  const [first = ""] = relay.box.map(decoded);
  expect(first).toContain(`Waiting for review: submission ${sent.id}`);
  expect(first).toContain(`https://moc2030.example.vn/review/${sent.id}?lang=en`);
  await t.review(t.hoa, sent, { approve: "all" });
  await sendMails(t.mailer);
  expect(relay.box.map(({ to }) => to)).toEqual([[t.hoa.actor.email], [t.lan.actor.email]]);
  const second = decoded(relay.box[1] as Received);
  expect(second).toContain(`Đã phê duyệt và cập nhật: bản số ${sent.id}`);
  // Neither the figure nor the title.
  expect(first + second).not.toMatch(/\b42\b|Tháng 11/);
  expect(await sendMails(t.mailer)).toBe(false);
  const again = "UPDATE mail SET state = 'waiting', person = 'x'";
  await expect(t.db.run(again)).rejects.toThrow("stays sent");
  await expect(t.db.run("DELETE FROM mail")).rejects.toThrow("mail is kept");
  expect(await findTampering({ db: t.db, now: NOW })).toBeNull();
});

test("what a relay refuses is tried again later, by one rule, and is listed for administrators until it is sent", async () => {
  const relay = await openRelay();
  const t = await mailedTeam(relay.port);
  const unsent = async () => (await read(t.boss.get("/mail"))).items;
  relay.refuses = true;
  await t.submit(t.lan, await t.draft(t.lan, gii2026));
  await sendMails(t.mailer);
  const error = expect.stringContaining("mailbox unavailable");
  expect(await unsent()).toMatchObject([
    { notice: { kind: "submitted" }, person: { name: "Hoa" }, state: "waiting", tries: 1, error },
  ]);
  t.wait(4);
  expect(await sendMails(t.mailer)).toBe(false);
  t.wait(1);
  relay.refuses = false;
  expect(await sendMails(t.mailer)).toBe(true);
  expect([relay.box.length, await unsent()]).toEqual([1, []]);
});

test("a relay that is not there stops nothing, and is given up after eight tries", async () => {
  const t = await mailedTeam(1);
  const sent = await t.submit(t.lan, await t.draft(t.lan, gii2026));
  for (let tries = 0; tries < 8; tries++) {
    expect(await sendMails(t.mailer)).toBe(true);
    t.wait(24 * 60);
  }
  expect(await sendMails(t.mailer)).toBe(false);
  expect((await read(t.boss.get("/mail"))).items).toMatchObject([{ state: "failed", tries: 8 }]);
  expect((await read(t.hoa.get(`/submissions/${sent.id}`))).state).toBe("submitted");
});

test("switched on later, mail begins with the last day; locked accounts get none", async () => {
  const relay = await openRelay();
  const t = await mailedTeam(relay.port);
  const tell = (kind: "due" | "overdue") =>
    notify(t.db, t.mailer.now().toISOString(), {
      kind,
      to: { role: "reviewer" },
      detail: { indicator: "GII_RANK", timePeriod: 2026, dueBy: "2026-09-29" },
    });
  await tell("due");
  t.wait(25 * 60);
  await tell("overdue");
  const locked = await t.person("reviewer", "Minh");
  await t.signIn.db.orm.update(user).set({ disabledAt: NOW }).where(eq(user.id, locked.actor.id));
  await sendMails(t.mailer);
  expect(relay.box.map(({ to }) => to)).toEqual([[t.hoa.actor.email]]);
  expect(decoded(relay.box[0] as Received)).toContain(
    "Thứ hạng GII, năm 2026: đã qua ngày dự kiến công bố (29/9/2026)",
  );
});

test("a running mailer sends as soon as something is committed", async () => {
  const relay = await openRelay();
  const t = await mailedTeam(relay.port);
  const failures: unknown[] = [];
  const running = startMailer(t.mailer, (error) => failures.push(error));
  await t.submit(t.lan, await t.draft(t.lan, gii2026 as Json));
  await expect.poll(() => relay.box.length, { timeout: 20_000 }).toBe(1);
  await running.stop();
  expect(failures).toEqual([]);
});
