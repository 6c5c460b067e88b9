import { asc } from "drizzle-orm";
import type { StaffDb } from "./open.ts";
import { toldApart } from "./person.ts";
import { user } from "./schema.ts";

/** Everybody, by name. `ready`: password and second factor are set. */
export const listPeople = (staff: StaffDb) =>
  toldApart(staff.orm.select().from(user).orderBy(asc(user.name), asc(user.id)).all()).map((p) => ({
    id: p.id,
    name: p.name,
    email: p.email,
    role: p.role,
    ready: p.twoFactorEnabled,
    disabled: p.disabledAt !== null,
    createdAt: p.createdAt.toISOString(),
  }));

/** Whether nobody is among the staff yet. */
export const isEmpty = (staff: StaffDb): boolean => !staff.orm.select({ id: user.id }).from(user).limit(1).get();

/** Somebody who is not disabled, by id, named as in lists. */
export const findColleague = (staff: StaffDb, id: string) => {
  const found = listPeople(staff).find((person) => person.id === id);
  return found && !found.disabled ? { id: found.id, name: found.name, role: found.role } : undefined;
};
