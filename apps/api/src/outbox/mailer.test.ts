import { eq } from "drizzle-orm";
import { afterEach, expect, test } from "vitest";
import { NOW } from "../app.fixture.ts";
import { appendAudit, SYSTEM } from "../audit/chain.ts";
import { findForgedMail } from "../audit/checks/mails.ts";
import { mail } from "../db/work/notices.ts";
import { user } from "../identity/schema.ts";
import { notify } from "../notices/notify.ts";
import { gii2026, type Json, read, revision, team } from "../submissions/team.fixture.ts";
import { findTampering } from "../verify/verify.ts";
import { sendMails, startMailer } from "./mailer.ts";
import { closeRelays, decoded, openRelay, type Received } from "./relay.fixture.ts";
import { remindOfDue } from "./reminders.ts";

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

test("who stands in for a reviewer gets the mail of reviewers too, as the list says, but for what they handed in", async () => {
  const relay = await openRelay();
  const t = await mailedTeam(relay.port);
  const minh = await t.person("contributor", "Minh");
  const endsAt = new Date(NOW.getTime() + 7 * 86_400_000).toISOString();
  const { items } = await read(t.hoa.post("/delegations", { standIn: minh.actor.id, endsAt }));
  expect((await minh.post(`/delegations/${items.at(-1).id}/accept`)).status).toBe(200);
  await sendMails(t.mailer);
  relay.box.length = 0;
  const sent = await t.submit(t.lan, await t.draft(t.lan, gii2026));
  await t.submit(minh, await t.draft(minh, { ...revision, value: "13.35" }));
  await sendMails(t.mailer);
  const boxes = relay.box.map(({ to }) => to[0]).sort();
  expect(boxes).toEqual([t.hoa.actor.email, t.hoa.actor.email, minh.actor.email].sort());
  const own = relay.box.filter(({ to }) => to.includes(minh.actor.email)).map(decoded);
  expect(own[0]).toContain(`https://moc2030.example.vn/review/${sent.id}`);
  expect((await read(minh.get("/notices"))).items[0]).toMatchObject({ kind: "submitted", submission: sent.id });
});

test("mail of reviewers to a stand-in whose role the audit knows is no tampering; to another contributor it is", async () => {
  const relay = await openRelay();
  const t = await mailedTeam(relay.port);
  const minh = await t.person("contributor", "Minh");
  const at = NOW.toISOString();
  for (const { actor } of [t.lan, t.hoa, minh]) {
    const detail = { role: actor.role, name: actor.name };
    await appendAudit(t.db, { at, actor: SYSTEM, action: "staff.added", subject: `staff ${actor.id}`, detail });
  }
  const endsAt = new Date(NOW.getTime() + 7 * 86_400_000).toISOString();
  const { items } = await read(t.hoa.post("/delegations", { standIn: minh.actor.id, endsAt }));
  await minh.post(`/delegations/${items.at(-1).id}/accept`);
  await t.submit(t.lan, await t.draft(t.lan, gii2026));
  await sendMails(t.mailer);
  const { noticeId } = (await t.db.one<{ noticeId: number }>(
    "SELECT notice_id AS noticeId FROM mail JOIN notice ON notice.id = notice_id WHERE mail.person = @person AND role = 'reviewer'",
    { person: minh.actor.id },
  )) as { noticeId: number };
  expect(await findForgedMail({ db: t.db, now: NOW })).toBeNull();
  const vy = await t.person("contributor", "Vy");
  const detail = { role: "contributor", name: "Vy" };
  await appendAudit(t.db, { at, actor: SYSTEM, action: "staff.added", subject: `staff ${vy.actor.id}`, detail });
  await t.db.orm.insert(mail).values({ noticeId, person: vy.actor.id, state: "waiting", nextAt: at });
  expect(await findForgedMail({ db: t.db, now: NOW })).toContain(`to ${vy.actor.id}: the notice is for somebody else`);
});

test("who stands in for somebody is not told of what that person hands in, as they do not decide on it", async () => {
  const relay = await openRelay();
  const t = await mailedTeam(relay.port);
  const standIns = [await t.person("contributor", "Minh"), await t.person("reviewer", "Sơn")];
  const endsAt = new Date(NOW.getTime() + 7 * 86_400_000).toISOString();
  for (const one of standIns) {
    const { items } = await read(t.hoa.post("/delegations", { standIn: one.actor.id, endsAt }));
    await one.post(`/delegations/${items.at(-1).id}/accept`);
  }
  await sendMails(t.mailer);
  relay.box.length = 0;
  const other = await t.person("reviewer", "Vy");
  await t.submit(t.hoa, await t.draft(t.hoa, gii2026));
  await sendMails(t.mailer);
  expect(relay.box.map(({ to }) => to)).toEqual([[other.actor.email]]);
  for (const one of standIns)
    expect((await read(one.get("/notices"))).items.map(({ kind }: Json) => kind)).toEqual(["stand_in_asked"]);
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
  const [text = ""] = relay.box.map(decoded);
  expect(text).toContain("1 số liệu đã qua ngày dự kiến công bố");
  expect(text).toMatch(/chưa có số chính thức:\s+- Thứ hạng GII, năm 2026: dự kiến ngày 29\/9\/2026/);
  expect(text).toContain("https://moc2030.example.vn/entry/GII_RANK/2026");
});

test("all that became due or overdue at once is one mail for each person, tried again and listed as one", async () => {
  const relay = await openRelay();
  const t = await mailedTeam(relay.port);
  await remindOfDue(t.db, t.signIn.db, t.mailer.now());
  const told = (await read(t.hoa.get("/notices"))).items;
  const overdue = told.filter(({ kind }: Json) => kind === "overdue").length;
  expect(overdue).toBeGreaterThan(1);
  relay.refuses = true;
  await sendMails(t.mailer);
  const unsent = async () => (await read(t.boss.get("/mail"))).items;
  expect(await unsent()).toMatchObject([{ person: { name: "Hoa" }, state: "waiting", tries: 1 }]);
  t.wait(5);
  relay.refuses = false;
  await sendMails(t.mailer);
  expect(relay.box.map(({ to }) => to)).toEqual([[t.hoa.actor.email]]);
  const text = decoded(relay.box[0] as Received);
  expect(text).toContain(`${overdue} số liệu đã qua ngày dự kiến công bố`);
  expect(text.match(/^- /gm)).toHaveLength(told.length);
  expect(text).toMatch(/^https:\/\/moc2030\.example\.vn\/staff\s*$/m);
  expect([await unsent(), await sendMails(t.mailer)]).toEqual([[], false]);
  // What comes due on another day is another mail.
  t.wait(60 * 24 * 60);
  await remindOfDue(t.db, t.signIn.db, t.mailer.now());
  await sendMails(t.mailer);
  expect(relay.box).toHaveLength(2);
});

test("a reminder that waits for a relay is not sent once its figure is in, or is somebody else's", async () => {
  const relay = await openRelay();
  const t = await mailedTeam(relay.port);
  const minh = await t.person("contributor", "Minh");
  const give = (indicator: string, to: typeof minh) =>
    t.hoa.put(`/entry/assignments/${indicator}`, { staff: to.actor.id });
  await give("GII_RANK", minh);
  await give("DIGITAL_ECONOMY_GDP", minh);
  await remindOfDue(t.db, t.signIn.db, t.mailer.now());
  relay.refuses = true;
  await sendMails(t.mailer);
  await t.draft(t.lan, gii2026);
  await give("DIGITAL_ECONOMY_GDP", t.lan);
  t.wait(5);
  relay.refuses = false;
  await sendMails(t.mailer);
  const sentTo = () => relay.box.map(({ to }) => to[0]);
  expect(sentTo()).toEqual([t.hoa.actor.email]);
  expect([(await read(t.boss.get("/mail"))).items, (await read(minh.get("/notices"))).items]).toEqual([[], []]);
  await remindOfDue(t.db, t.signIn.db, t.mailer.now());
  await sendMails(t.mailer);
  expect(sentTo()).toEqual([t.hoa.actor.email, t.lan.actor.email]);
  expect(await findTampering({ db: t.db, now: NOW })).toBeNull();
});

test("an answer leads a reviewer to the review, an author to the submission; a decision says by whom and on how much", async () => {
  const relay = await openRelay();
  const t = await mailedTeam(relay.port);
  const sent = await t.submit(t.lan, await t.draft(t.lan, gii2026, { ...revision, value: "13.35" }));
  const [first, second] = sent.items;
  const ask = (who: typeof t.lan) => who.post(`/submissions/${sent.id}/comments`, { item: first.id, text: "?" });
  await ask(t.hoa);
  await ask(t.lan);
  await t.review(t.hoa, sent, { approve: [first.id], reasons: [{ item: second.id, text: "thiếu văn bản" }] });
  await sendMails(t.mailer);
  const to = ({ actor: { email } }: typeof t.lan) => relay.box.filter((one) => one.to.includes(email)).map(decoded);
  expect(to(t.hoa).at(-1)).toContain(`https://moc2030.example.vn/review/${sent.id}`);
  const [asked, published, returned] = to(t.lan);
  expect(asked).toContain(`https://moc2030.example.vn/submissions/${sent.id}`);
  expect(published).toContain(`Hoa phê duyệt một phần bản số ${sent.id}`);
  expect(returned).toContain(`Hoa trả lại một phần bản số ${sent.id}`);
});

test("without a known address of the site a mail names the page", async () => {
  const relay = await openRelay();
  const t = await mailedTeam(relay.port);
  const sent = await t.submit(t.lan, await t.draft(t.lan, gii2026));
  await t.review(t.hoa, sent, { approve: "all" });
  await sendMails({ ...t.mailer, origin: "" });
  const [review, published] = relay.box.map(decoded);
  expect(review).toContain(`Xem trên hệ thống: Phê duyệt, bản số ${sent.id}.`);
  expect(published).toContain(`Hoa phê duyệt toàn bộ bản số ${sent.id}`);
  expect(published).toContain(`Xem trên hệ thống: Việc của tôi, bản số ${sent.id}.`);
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
