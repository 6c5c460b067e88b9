import { strict as assert } from "node:assert";
import { randomUUID } from "node:crypto";
import type { Role } from "@moc2030/shared/actions";
import { eq } from "drizzle-orm";
import { SYSTEM } from "../src/audit/chain.ts";
import { openDb } from "../src/audit/open.ts";
import { staffFileFor } from "../src/identity/open.ts";
import { addPerson } from "../src/identity/people-commands.ts";
import { user } from "../src/identity/schema.ts";
import { openSession } from "../src/identity/sessions.ts";
import { openSignIn } from "../src/identity/sign-in.ts";

// biome-ignore lint/suspicious/noExplicitAny: a drill reads what it expects, and fails where it is not there
export type Answer = { status: number; body: any };

/** A person with a session, written into the files of a stopped server; gives the cookie. */
export async function signedIn(file: string, role: Role, since = new Date()): Promise<string> {
  const [db, signIn] = [await openDb(file, since), await openSignIn({ file: staffFileFor(file), publicOrigin: null })];
  const id = randomUUID();
  const email = `${id}@example.vn`;
  await addPerson(db, signIn, SYSTEM, { email, name: `${role} ${id}`, role, body: null }, since);
  // In place of setting the account up by its link.
  const [made] = await signIn.db.orm
    .update(user)
    .set({ twoFactorEnabled: true })
    .where(eq(user.email, email))
    .returning({ id: user.id });
  const cookie = await openSession(signIn, made?.id ?? "", { cookies: "", address: "127.0.0.1", agent: "" }, since);
  await signIn.db.close();
  await db.close();
  return cookie.split(";")[0] ?? "";
}

/** Asks a server as the person of a cookie; what is no text goes as JSON. */
export const asked =
  (origin: string, cookie: string) =>
  async (
    method: string,
    path: string,
    body?: object | string,
    headers: Record<string, string> = {},
  ): Promise<Answer> => {
    const isRaw = typeof body === "string" || body instanceof Uint8Array;
    const answer = await fetch(`${origin}/api/v1${path}`, {
      method,
      headers: {
        cookie,
        "sec-fetch-site": "same-origin",
        ...(body !== undefined && !isRaw && { "content-type": "application/json" }),
        ...headers,
      },
      ...(body !== undefined && { body: (isRaw ? body : JSON.stringify(body)) as string }),
    });
    return { status: answer.status, body: await answer.json() };
  };
export type Ask = ReturnType<typeof asked>;

export const atVersion = (version: number) => ({ "if-match": `"${version}"` });

/** A figure of our own mistake, which needs no source of its own. */
export const figure = (value: number) => ({
  indicator: "SMART_CITY_SCHEMES",
  compiler: "MOC",
  refArea: "VNM",
  timePeriod: 2026,
  value: String(1 + (value % 60)),
  source: "GII2025-CAFEF",
  reason: "own_error",
  reasonText: "x",
  confirmation: "x",
});

/** Opens a draft, with a figure or without. */
export async function openDraft(
  ask: Ask,
  ...items: object[]
): Promise<{ id: number; version: number; items: { id: number }[] }> {
  const { status, body } = await ask("POST", "/submissions", { title: "x", items });
  assert.equal(status, 200, JSON.stringify(body));
  return body;
}

/** Hands a figure in for review. */
export async function handIn(ask: Ask, value: number): Promise<{ id: number; version: number }> {
  const draft = await openDraft(ask, figure(value));
  const sent = await ask("POST", `/submissions/${draft.id}/submit`, undefined, atVersion(draft.version));
  assert.deepEqual([sent.status, sent.body.errors], [200, undefined]);
  return sent.body;
}
