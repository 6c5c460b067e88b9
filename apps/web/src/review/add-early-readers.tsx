import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { send } from "../session/client.ts";
import { problemText } from "../session/problem-text.ts";
import { submissionPath } from "../submissions/reads.ts";
import { useStaffText } from "../text/staff-text.tsx";
import { type Reader, readersOf, type Typed } from "./early-readers.ts";
import { EarlyReadersField } from "./early-readers-field.tsx";

const NOBODY: Typed = { staff: [], others: "" };

/** Names further early readers of a publication that waits for its instant. */
export function AddEarlyReaders({ id, version, author }: { id: number; version: number; author: string }) {
  const text = useStaffText();
  const { say } = text;
  const queries = useQueryClient();
  const [typed, setTyped] = useState(NOBODY);
  const [error, setError] = useState<string | undefined>();
  const add = useMutation({
    mutationFn: (readers: Reader[]) =>
      send(submissionPath.earlyReaders(id), { method: "POST", json: { readers }, version }),
    onSuccess: () => setTyped(NOBODY),
    onError: (problem) => setError(problemText(problem, text)),
    onSettled: () => queries.invalidateQueries({ queryKey: ["staff"] }),
  });
  return (
    <form
      noValidate
      className="panel space-y-4 p-5"
      onSubmit={(event) => {
        event.preventDefault();
        const read = readersOf(typed);
        if ("wrongLine" in read) return setError(say("early.roleMissing", { line: read.wrongLine }));
        if (read.readers.length === 0) return setError(say("early.nobody"));
        setError(undefined);
        if (!add.isPending) add.mutate(read.readers);
      }}
    >
      <EarlyReadersField typed={typed} onChange={setTyped} author={author} error={error} />
      <button type="submit" className="button">
        {say("early.add")}
      </button>
    </form>
  );
}
