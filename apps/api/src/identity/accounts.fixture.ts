import { expect } from "vitest";
import { NOW } from "../app.fixture.ts";
import { authenticatorCode, staffedApp } from "./staff.fixture.ts";

export const PASSWORD = "bốn con ngựa đá sông xanh";

/** The cookies set by a response, as a browser sends them back; expired ones are left out. */
export const cookiesOf = (answer: Response): string =>
  answer.headers
    .getSetCookie()
    .filter((c) => !/Max-Age=0/.test(c))
    .map((c) => c.split(";")[0])
    .join("; ");
export const slug = async (answer: Response): Promise<string> =>
  ((await answer.json()) as { type: string }).type.replace("urn:moc2030:problem:", "");

/** A server with a settable clock, and the steps of signing in. */
export async function accounts(parts: Parameters<typeof staffedApp>[0] = {}) {
  let at = NOW;
  const server = await staffedApp({ now: () => at, ...parts });
  const { ask } = server;
  const wait = (seconds: number) => {
    at = new Date(at.getTime() + seconds * 1000);
  };

  /** Follows the link of a new colleague to password and second factor; `device` is the browser's cookie. */
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
  /** The newest audit entries with their details, newest first. */
  const audit = async (count: number) => {
    const sql = "SELECT action, subject, detail FROM audit ORDER BY id DESC LIMIT @count";
    const rows = await server.db.all<{ action: string; subject: string; detail: string }>(sql, { count });
    return rows.map((row) => ({ ...row, detail: JSON.parse(row.detail) as Record<string, unknown> }));
  };
  return { ...server, now: () => at, wait, setUp, first, second, open, me, audit };
}
