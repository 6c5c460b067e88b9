import { useSyncExternalStore } from "react";

const never = () => () => {};

/** Where the pages are served from, for addresses that leave them; empty while the server draws, which does not know its own name. */
export const useOrigin = (): string =>
  useSyncExternalStore(
    never,
    () => location.origin,
    () => "",
  );
