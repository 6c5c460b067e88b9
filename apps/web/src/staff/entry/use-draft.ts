import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState, useSyncExternalStore } from "react";
import { send } from "../session/client.ts";
import { useMe } from "../session/me.ts";
import type { Submission } from "../submissions/reads.ts";
import { DraftAutosave } from "./draft-autosave.ts";

/** Autosave for a form, flushed on unmount and unload. */
export function useDraft(title: string, submission: Submission | null, item: number | null) {
  const queries = useQueryClient();
  const { id: person } = useMe();
  const [autosave] = useState(
    // A late request must still be sent as its author.
    () => new DraftAutosave((path, options) => send(path, { ...options, person }), title, submission, item),
  );
  const state = useSyncExternalStore(autosave.subscribe, autosave.get, autosave.get);
  useEffect(() => {
    const leave = () => autosave.leave();
    const warn = (event: BeforeUnloadEvent) => {
      if (autosave.isDirty) event.preventDefault();
    };
    window.addEventListener("pagehide", leave);
    window.addEventListener("beforeunload", warn);
    return () => {
      window.removeEventListener("pagehide", leave);
      window.removeEventListener("beforeunload", warn);
      void autosave.flush().then(() => queries.invalidateQueries({ queryKey: ["staff"] }));
    };
  }, [autosave, queries]);
  return { autosave, state };
}
