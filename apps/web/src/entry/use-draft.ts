import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState, useSyncExternalStore } from "react";
import { send } from "../session/client.ts";
import type { Submission } from "../submissions/reads.ts";
import { DraftKeeper } from "./draft-keeper.ts";

/** Keeps the form's figure on the server while it is typed, and when the page is left. */
export function useDraft(title: string, submission: Submission | null, item: number | null) {
  const queries = useQueryClient();
  const [keeper] = useState(() => new DraftKeeper(send, title, submission, item));
  const state = useSyncExternalStore(keeper.subscribe, keeper.get, keeper.get);
  useEffect(() => {
    const leave = () => keeper.leave();
    const warn = (event: BeforeUnloadEvent) => {
      if (keeper.isOpen) event.preventDefault();
    };
    window.addEventListener("pagehide", leave);
    window.addEventListener("beforeunload", warn);
    return () => {
      window.removeEventListener("pagehide", leave);
      window.removeEventListener("beforeunload", warn);
      void keeper.flush().then(() => queries.invalidateQueries({ queryKey: ["staff"] }));
    };
  }, [keeper, queries]);
  return { keeper, state };
}

/** What is typed and not yet on the server, kept in this tab: it outlives a reload, and goes with the tab. */
export const tabCopy = {
  read: <T>(key: string): T | null => {
    const text = sessionStorage.getItem(key);
    return text === null ? null : (JSON.parse(text) as T);
  },
  write: (key: string, values: unknown) => sessionStorage.setItem(key, JSON.stringify(values)),
  forget: (key: string) => sessionStorage.removeItem(key),
};
