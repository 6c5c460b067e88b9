import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState, useSyncExternalStore } from "react";
import { send } from "../session/client.ts";
import { useMe } from "../session/me.ts";
import type { Submission } from "../submissions/reads.ts";
import { DraftKeeper } from "./draft-keeper.ts";

/** Autosave for a form, flushed on unmount and unload. */
export function useDraft(title: string, submission: Submission | null, item: number | null) {
  const queries = useQueryClient();
  const { id: person } = useMe();
  const [keeper] = useState(
    // A late request must still be sent as its author.
    () => new DraftKeeper((path, options) => send(path, { ...options, person }), title, submission, item),
  );
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
