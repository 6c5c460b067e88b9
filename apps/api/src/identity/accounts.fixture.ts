import { expect } from "vitest";
import { NOW } from "../app.fixture.ts";
import { authenticatorCode, staffedApp } from "./staff.fixture.ts";

export const PASSWORD = "bốn con ngựa đá sông xanh";

/** The cookies that an answer sets, as a browser sends them back; those that it takes away are not among them. */
export const cookiesOf = (answer: Response): string =>
  answer.headers
    .getSetCookie()
    .filter((c) => !/Max-Age=0/.test(c))
    .map((c) => c.split(";")[0])
    .join("; ");
export const slug = async (answer: Response): Promise<string> =>
  ((await answer.json()) as { type: string }).type.replace("urn:moc2030:problem:", "");

/** A server whose clock the test sets, and what people do to get in. */
export async function accounts(parts: Parameters<typeof staffedApp>[0] = {}) {
  let at = NOW;
  const server = await staffedApp({ now: () => at, ...parts });
  const { ask } = server;
  const wait = (seconds: number) => {
    at = new Date(at.getTime() + seconds * 1000);
  };

  /** From the link to a password and a second factor, as a new colleague does it; `device` is the browser's cookie. */
  async function setUp(email: string) {
    const { token } = await server.invite(email);
    const made = await ask("POST", "/session/link/password", { token, password: PASSWORD });
    const { totpUri, recoveryCodes } = (await made.json()) as { totpUri: string; recoveryCodes: string[] };
    const code = () => authenticatorCode(totpUri, at);
    const confirmed = await ask("POST", "/session/link/confirm", { token, code: await code() });
    expect(confirmed.status).toBe(200);
    const device = cookiesOf(confirmed);
    // The code has been used.
    wait(30);
    return { email, token, code, recoveryCodes, device };
  }
  const first = (email: string, password = PASSWORD, from?: string, cookie?: string) =>
    ask("POST", "/session", { email, password }, { cookie }, from);
  const second = (given: object, cookie: string, from?: string) =>
    ask("POST", "/session/second-factor", given, { cookie }, from);
  /** Both factors, from a browser with these cookies. */
  async function open(email: string, given: object, cookies = "", from?: string) {
    const pending = cookiesOf(await first(email, PASSWORD, from, cookies));
    const answer = await second(given, `${cookies}; ${pending}`, from);
    return { answer, cookie: cookiesOf(answer) };
  }
  const me = async (cookie: string) =>
    ((await (await ask("GET", "/session", undefined, { cookie })).json()) as { me: { email: string } | null }).me;
  /** The newest entries of the audit, newest first, with what they say. */
  const audit = async (count: number) => {
    const sql = "SELECT action, subject, detail FROM audit ORDER BY id DESC LIMIT @count";
    const rows = await server.db.all<{ action: string; subject: string; detail: string }>(sql, { count });
    return rows.map((row) => ({ ...row, detail: JSON.parse(row.detail) as Record<string, unknown> }));
  };
  return { ...server, now: () => at, wait, setUp, first, second, open, me, audit };
}
