import { cpSync } from "node:fs";
import { dirname, join } from "node:path";
import { emptyFolder, NOW, testApp } from "../app.fixture.ts";
import { openDb } from "../audit/open.ts";
import { staffFileFor } from "../identity/open.ts";
import { openSession } from "../identity/sessions.ts";
import { openSignIn } from "../identity/sign-in.ts";
import { LOCAL, socket } from "../identity/staff.fixture.ts";
import { fixtureFile, fixturePeople } from "../older-database.fixture.ts";
import { sendMails } from "../outbox/mailer.ts";
import {
  duty,
  explanation,
  correction as notice,
  PAPERS,
  readWords,
  remark,
  report,
  revisedIn,
} from "../submissions/statements/statements.fixture.ts";
import { gii2026, type Json, read } from "../submissions/team.fixture.ts";

const AFTER_UPGRADE = new Date("2026-11-27T02:00:00Z");
export const PDF = new TextEncoder().encode("%PDF-1.7 số liệu năm 2026");

/**
 * A database of an earlier version, upgraded and used since: with releases of figures and of statements, and whatever
 * else staff record. Returns the closed file.
 */
export async function usedDatabase(): Promise<string> {
  const file = fixtureFile();
  const db = await openDb(file, NOW);
  const signIn = await openSignIn({ file: staffFileFor(file), publicOrigin: null });
  const server = await testApp({ db, signIn, now: () => AFTER_UPGRADE });
  const as = async (who: keyof typeof fixturePeople) => {
    const visitor = { cookies: "", address: "127.0.0.1", agent: "" };
    const [cookie = ""] = (await openSession(signIn, fixturePeople[who].id, visitor, AFTER_UPGRADE)).split(";");
    return async (method: string, path: string, body?: Json | Uint8Array, headers: Record<string, string> = {}) => {
      const raw = body instanceof Uint8Array;
      const type = raw ? "application/octet-stream" : "application/json";
      const init = {
        method,
        headers: { cookie, "sec-fetch-site": "same-origin", ...(body && { "content-type": type }), ...headers },
        ...(body && { body: raw ? new Blob([new Uint8Array(body)]) : JSON.stringify(body) }),
      };
      const answer = await server.app.request(`${LOCAL}/api/v1${path}`, init, socket("127.0.0.1"));
      const found = await read(answer);
      if (answer.status !== 200) throw new Error(JSON.stringify(found));
      return found;
    };
  };
  const [lan, hoa] = [await as("lan"), await as("hoa")];
  const handIn = async (content: { items: Json[] } | { statements: Json[] }) => {
    const made = await lan("POST", "/submissions", { title: "Tháng 11", ...content });
    return lan("POST", `/submissions/${made.id}/submit`, undefined, { "if-match": `"${made.version}"` });
  };
  const decide = (made: { id: number; version: number }, decision: Json, key: string) =>
    hoa("POST", `/submissions/${made.id}/review`, decision, {
      "if-match": `"${made.version}"`,
      "idempotency-key": key,
    });
  const { sha256 } = await lan("POST", "/evidence?name=2026.pdf", PDF);
  await lan("POST", "/absences", { from: "2026-11-27", to: "2026-12-04" });
  await lan("DELETE", "/absences/1");
  const { password, recoveryCodes } = fixturePeople.lan;
  await lan("POST", "/session/email", { email: "lan.anh@example.vn", password, recoveryCode: recoveryCodes[1] });
  const correction = { reason: "own_error", reasonText: "gõ nhầm", confirmation: "đã xem lại" };
  const own = { ...gii2026, value: "43", evidence: [sha256], ...correction };
  const [wanted] = (await lan("GET", "/entry/wanted?body=MOST&by=2026-12-15")).rows;
  const { indicator, compiler, refArea, timePeriod } = wanted;
  const figures = [{ indicator, compiler, refArea, timePeriod }];
  await lan("POST", "/enquiries", { body: "MOST", dueOn: "2026-12-15", figures });
  await lan("POST", "/enquiries/1/events", { kind: "sent", number: "1/VP", on: "2026-11-27" });
  await hoa("PUT", "/entry/limits/GII_RANK", { low: -50, high: 50, reason: "nhiều năm" });
  const answer = { ...explanation, content: { ...explanation.content, revisedIn: await revisedIn(db) } };
  await lan("POST", "/evidence?name=bc.docx", PAPERS.text);
  await lan("POST", "/evidence?name=bc.pdf", PAPERS.signed);
  const words = { ...readWords, evidence: [sha256] };
  const first = await handIn({ statements: [remark, duty, words, notice, answer, report] });
  await hoa("POST", `/submissions/${first.id}/comments`, { statement: first.statements[0].id, text: "Trang nào?" });
  const draft = await lan("POST", `/submissions/${first.id}/recall`, undefined, { "if-match": `"${first.version}"` });
  const again = await lan("POST", `/submissions/${first.id}/submit`, undefined, { "if-match": `"${draft.version}"` });
  await decide(again, { approve: "all" }, "approves-statements");
  await decide(await handIn({ items: [own] }), { approve: "all" }, "approves-one");
  const edgi = {
    ...gii2026,
    indicator: "EGDI_RANK",
    compiler: "UNDESA",
    value: "64",
    rankPool: 193,
    confirmation: "x",
  };
  const later = await handIn({ items: [edgi] });
  await decide(later, { approve: "all", publishAt: "2026-12-05T02:00:00.000Z" }, "schedules-one");
  await hoa("PUT", "/entry/assignments/EGDI_RANK", { staff: fixturePeople.lan.id });
  // Nobody listens there: what is to be mailed waits.
  const relay = { url: "smtp://127.0.0.1:1", from: "moc2030@example.vn", origin: "" };
  await sendMails({ db, signIn, ...relay, now: () => AFTER_UPGRADE });
  // The last event is in the audit log only, so truncating it leaves no contradiction.
  await hoa("DELETE", "/session");
  await signIn.db.close();
  await db.close();
  return file;
}

/** A copy of a database with sign-in and evidence. */
export function copyOf(file: string): string {
  const place = join(emptyFolder(), "var");
  cpSync(dirname(file), place, { recursive: true });
  return join(place, "moc2030.sqlite");
}
