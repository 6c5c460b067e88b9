import { useSyncExternalStore } from "react";

let waiting: Promise<void> | null = null;
let settle: (error?: Error) => void = () => {};
const listeners = new Set<() => void>();
const tell = () => {
  for (const listener of listeners) listener();
};
const end = (error?: Error) => {
  settle(error);
  waiting = null;
  tell();
};

/** Asks whoever works here to sign in once more, where they are; whatever they were typing stays on the page. */
export function signInAgain(): Promise<void> {
  waiting ??= new Promise((resolve, reject) => {
    settle = (error) => (error ? reject(error) : resolve());
  });
  tell();
  return waiting;
}

/** The session is open again: what waited for it goes on. */
export const signedInAgain = () => end();

/** Nobody signed in: what waited for it fails, and can be tried again. */
export const gaveUp = () => end(new Error("not signed in"));

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
/** Whether something waits for a sign-in. */
export const useIsWaiting = (): boolean =>
  useSyncExternalStore(
    subscribe,
    () => waiting !== null,
    () => false,
  );
