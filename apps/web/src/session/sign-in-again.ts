import { useSyncExternalStore } from "react";

type Wait = { promise: Promise<void>; done: () => void; failed: (error: Error) => void };
let wait: Wait | null = null;
const listeners = new Set<() => void>();
const tell = () => {
  for (const listener of listeners) listener();
};

/** Asks whoever works here to sign in once more, where they are; whatever they were typing stays on the page. */
export function signInAgain(): Promise<void> {
  if (!wait) {
    let [done, failed]: [() => void, (error: Error) => void] = [() => {}, () => {}];
    const promise = new Promise<void>((resolve, reject) => {
      [done, failed] = [resolve, reject];
    });
    wait = { promise, done, failed };
    tell();
  }
  return wait.promise;
}

/** The session is open again: what waited for it goes on. */
export function signedInAgain() {
  wait?.done();
  wait = null;
  tell();
}

/** Nobody signed in: what waited for it fails, and can be tried again. */
export function gaveUp() {
  wait?.failed(new Error("not signed in"));
  wait = null;
  tell();
}

/** Whether something waits for a sign-in. */
export const useIsWaiting = (): boolean =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => wait !== null,
    () => false,
  );
