import { asc, eq } from "drizzle-orm";
import { Problem } from "../http/problem.ts";
import type { StaffDb } from "./open.ts";
import { disambiguate } from "./person.ts";
import { user } from "./schema.ts";

/** All staff by name. `ready`: password and second factor are set. */
export const listPeople = async (staff: StaffDb) =>
  disambiguate(await staff.orm.select().from(user).orderBy(asc(user.name), asc(user.id))).map((p) => ({
    id: p.id,
    name: p.name,
    email: p.email,
    role: p.role,
    ready: p.twoFactorEnabled,
    disabled: p.disabledAt !== null,
    createdAt: p.createdAt.toISOString(),
    body: p.body,
  }));

export const isEmpty = async (staff: StaffDb): Promise<boolean> =>
  (await staff.orm.select({ id: user.id }).from(user).limit(1)).length === 0;

/** An enabled staff member by id, named as in lists. */
export async function findColleague(staff: StaffDb, id: string) {
  const found = (await listPeople(staff)).find((person) => person.id === id);
  return found && !found.disabled ? { id: found.id, name: found.name, role: found.role } : undefined;
}

/** The same; 404 if there is none. */
export async function requireColleague(staff: StaffDb, id: string) {
  const found = await findColleague(staff, id);
  if (!found) throw new Problem("unknown-code", `Nobody among the staff has the id ${id}.`);
  return found;
}

/** A staff member by email address. */
export const findByEmail = (staff: StaffDb, email: string) =>
  staff.orm.select().from(user).where(eq(user.email, email.trim().toLowerCase())).get();
