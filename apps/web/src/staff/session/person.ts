import { gaveUp, signedInAgain } from "./sign-in-again.ts";

/** What somebody has typed in this tab and not yet sent stands in its storage under this and their id. */
const TYPED = "moc2030-typed";
let person: string | null = null;

/** The id of whoever this page is for; null before anybody has signed in here. */
export const pagePerson = (): string | null => person;

/** The page is `next`'s from now on, or nobody's: what others typed here is gone, and what waited for one of them to sign in again fails. */
export function becomePageOf(next: string | null) {
  for (const key of Object.keys(sessionStorage))
    if (key.startsWith("moc2030-") && !(next && key.startsWith(`${TYPED} ${next} `))) sessionStorage.removeItem(key);
  if (person === next) signedInAgain();
  else gaveUp();
  person = next;
}

const keyOf = (owner: string, what: string) => `${TYPED} ${owner} ${what}`;

/** What somebody is typing and the server does not have yet: it outlives a reload, goes with the tab, and is theirs alone. */
export const tabCopy = {
  read: <T>(owner: string, what: string): T | null => {
    const text = sessionStorage.getItem(keyOf(owner, what));
    return text === null ? null : (JSON.parse(text) as T);
  },
  write: (owner: string, what: string, values: unknown) =>
    sessionStorage.setItem(keyOf(owner, what), JSON.stringify(values)),
  forget: (owner: string, what: string) => sessionStorage.removeItem(keyOf(owner, what)),
};
