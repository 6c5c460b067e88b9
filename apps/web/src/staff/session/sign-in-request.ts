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

/** Prompts for sign-in without leaving the page. Concurrent calls share one prompt. */
export function requestSignIn(): Promise<void> {
  waiting ??= new Promise((resolve, reject) => {
    settle = (error) => (error ? reject(error) : resolve());
  });
  tell();
  return waiting;
}

/** Resolves the waiting calls. */
export const completeSignIn = () => end();

/** Rejects the waiting calls, which can then be retried. */
export const cancelSignIn = () => end(new Error("not signed in"));

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
/** Whether a call is waiting for sign-in. */
export const useIsSignInRequested = (): boolean =>
  useSyncExternalStore(
    subscribe,
    () => waiting !== null,
    () => false,
  );
