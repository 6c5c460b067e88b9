import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { useStaffText } from "../../text/staff-text.tsx";
import { Button } from "../../ui/button.tsx";
import { Problem } from "../../ui/problem.tsx";
import { submissionRead } from "../submissions/reads.ts";
import { ConfirmField, useConfirm } from "./confirm-field.tsx";
import { DraftField } from "./draft-field.tsx";
import { type ImportValues, isGivenWhole, workQueryOf } from "./import-values.ts";
import { type Joining, useJoining } from "./join-dialog.tsx";
import { LeaveDialog } from "./leave-dialog.tsx";
import { openDraft } from "./open-draft.ts";
import { useWork } from "./use-work.ts";
import { countRows, type WorkRow } from "./work-rows.ts";
import { WorkTable } from "./work-table.tsx";

type Props = {
  initial: WorkRow[];
  /** Columns of the table that they came from. */
  given: readonly string[];
  /** Rows left out because they say what is published. */
  unchanged: number;
  values: ImportValues;
  change: (part: Partial<ImportValues>) => void;
  drafts: { id: number; title: string }[];
};

/** The rows of a dry run as a table to work in, and its way into a draft: rows that cannot be taken yet stay there to be mended. */
export function ImportWork({ initial, given, unchanged, values, change, drafts }: Props) {
  const { say, lang } = useStaffText();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [into, setInto] = useState("new");
  const query = workQueryOf(values, lang);
  const table = useWork(initial, given, query);
  const { confirmation: _, ...checked } = query;
  const asked = JSON.stringify(checked);
  const last = useRef(asked);
  // What is said for all rows changes what is said of each.
  useEffect(() => {
    if (last.current === asked || !isGivenWhole(values)) return;
    last.current = asked;
    void table.check();
  });
  const { ready, open, warned } = countRows(table.rows);
  const isTyped = table.rows.some(({ cells }) => initial.every((row) => row.cells !== cells));
  const confirm = useConfirm("import-words", warned, values.given.confirmation);
  const isReady = ready + open > 0;
  const newDraft = (n: number) => {
    const { isNewSource, newSource, edition } = values.given;
    const title =
      isNewSource && newSource.kind === "official_letter"
        ? say("start.draftOfLetter", { number: newSource.number, name: newSource.publisher })
        : edition.trim() || say("import.title", { n });
    return openDraft(title);
  };
  const take = async (answer: Joining | null) => {
    const draft =
      into === "new" || answer === "new"
        ? await newDraft(ready + open)
        : await queries.fetchQuery({ ...submissionRead(Number(into)), staleTime: 0 });
    await table.take(draft, answer === "join" ? { join: "true" } : {});
    await navigate({ to: "/submissions/$id", params: { id: String(draft.id) } });
  };
  const work = useJoining(drafts.find(({ id }) => String(id) === into) ?? null, take);
  return (
    <>
      <p role="status" className="mt-2">
        {say("import.counts", { ready, open, unchanged })}
      </p>
      {table.rows.length > 0 ? (
        <>
          <p className="measure mt-2 text-sm text-soft">{say("cells.body")}</p>
          <WorkTable work={table} query={query} />
          <div className="mt-6 max-w-xl space-y-4">
            <ConfirmField
              {...confirm}
              onChange={(confirmation) => change({ given: { ...values.given, confirmation } })}
            />
            <DraftField drafts={drafts} value={into} onChange={setInto} />
            <Problem>{work.problem ?? table.problem}</Problem>
            <Button
              isMain
              aria-disabled={work.isPending || !isReady}
              onClick={() => isReady && confirm.holds() && work.run()}
            >
              {open > 0 ? say("import.takeSome", { n: ready, open }) : say("import.take", { n: ready })}
            </Button>
          </div>
          {work.dialog}
          {isTyped && !work.isPending ? <LeaveDialog /> : null}
        </>
      ) : null}
    </>
  );
}
