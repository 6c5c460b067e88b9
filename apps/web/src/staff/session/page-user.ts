import { cancelSignIn, completeSignIn } from "./sign-in-request.ts";

/** Prefix of sessionStorage keys for unsaved input, followed by the user's id. */
const TYPED = "moc2030-typed";
let person: string | null = null;

/** Id of the page's user; null before sign-in. */
export const pageUser = (): string | null => person;

/** Sets the page's user: clears other users' unsaved input and fails their requests that wait for sign-in. */
export function setPageUser(next: string | null) {
  for (const key of Object.keys(sessionStorage))
    if (key.startsWith("moc2030-") && !(next && key.startsWith(`${TYPED} ${next} `))) sessionStorage.removeItem(key);
  if (person === next) completeSignIn();
  else cancelSignIn();
  person = next;
}

const keyOf = (owner: string, what: string) => `${TYPED} ${owner} ${what}`;

/** A user's unsaved input in sessionStorage: survives a reload, ends with the tab. */
export const unsavedInput = {
  read: <T>(owner: string, what: string): T | null => {
    const text = sessionStorage.getItem(keyOf(owner, what));
    return text === null ? null : (JSON.parse(text) as T);
  },
  write: (owner: string, what: string, values: unknown) =>
    sessionStorage.setItem(keyOf(owner, what), JSON.stringify(values)),
  forget: (owner: string, what: string) => sessionStorage.removeItem(keyOf(owner, what)),
};
