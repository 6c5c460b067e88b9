import { WHOLE_KINDS } from "@moc2030/shared/entry/checks";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useView } from "../../address/view.tsx";
import * as api from "../../client/api.ts";
import { useStaffText } from "../../text/staff-text.tsx";
import { Button } from "../../ui/button.tsx";
import { Problem } from "../../ui/problem.tsx";
import { Section } from "../../ui/section.tsx";
import { number } from "../../words/format.ts";
import type { Item, Submission } from "../submissions/reads.ts";
import { SinceMark } from "../submissions/since.tsx";
import { OwnReason, ownReason } from "../submissions/submission-parts.tsx";
import { Thread } from "../submissions/thread.tsx";
import { ConfirmField, useConfirm } from "./confirm-field.tsx";
import { cellsOf, commonColumns, isInTable, isUnsaved, SHOWN } from "./draft-rows.ts";
import { type Joining, useJoining } from "./join-dialog.tsx";
import { LeaveDialog } from "./leave-dialog.tsx";
import { openDraft } from "./open-draft.ts";
import { useWork } from "./use-work.ts";
import { isReady, type WorkRow } from "./work-rows.ts";
import { WorkTable } from "./work-table.tsx";

/** Rows that are not saved yet, by their table: they outlive a new version of the draft. */
type Kept = Map<string, WorkRow[]>;

type Props = { submission: Submission; onUnsaved: (isUnsaved: boolean) => void; children: ReactNode };

/** The figures of a draft as tables to work in, one for each source that is not listed yet. */
export function DraftTable({ submission, onUnsaved, children }: Props) {
  const { say } = useStaffText();
  const [kept] = useState<Kept>(() => new Map());
  const groups = new Map<string, Item[]>();
  for (const item of submission.items.filter(isInTable)) {
    const newSource = JSON.stringify(item.newSource);
    groups.set(newSource, [...(groups.get(newSource) ?? []), item]);
  }
  const n = [...groups.values()].flat().length;
  const [unsaved, setUnsaved] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    onUnsaved(unsaved.size > 0);
    return () => onUnsaved(false);
  }, [unsaved, onUnsaved]);
  const all = useRef<HTMLDivElement>(null);
  const shown = useRef(submission.version);
  useEffect(() => {
    // The button that saved is gone with the version that it saved.
    if (shown.current !== submission.version && document.activeElement === document.body)
      all.current?.querySelector<HTMLElement>("[role=status]")?.focus();
    shown.current = submission.version;
  }, [submission.version]);
  return (
    <Section title={say("table.title", { n })} look="text-xl" className="mt-6">
      {children}
      <p className="measure mt-2 text-sm text-soft">{say("table.body")}</p>
      <p className="measure mt-2 text-sm text-soft">{say("cells.body")}</p>
      <div ref={all}>
        {[...groups].map(([newSource, items]) => (
          <ItemTable
            key={`${submission.version} ${newSource}`}
            newSource={newSource}
            submission={submission}
            items={items}
            kept={kept}
            onUnsaved={(isUnsaved) =>
              setUnsaved((now) => {
                if (now.has(newSource) === isUnsaved) return now;
                const next = new Set(now);
                if (isUnsaved) next.add(newSource);
                else next.delete(newSource);
                return next;
              })
            }
          />
        ))}
      </div>
      {unsaved.size > 0 ? <LeaveDialog /> : null}
    </Section>
  );
}

type TableProps = Pick<Props, "submission" | "onUnsaved"> & {
  /** The new source of its rows, as JSON. */
  newSource: string;
  items: Item[];
  kept: Kept;
};

/** The rows as they were left, or as the draft has them. */
function rowsOf({ items, kept, newSource }: TableProps, lang: "vi" | "en"): WorkRow[] {
  const left = kept.get(newSource) ?? [];
  const own = items.map((item): WorkRow => {
    const row = left.find((one) => one.item?.id === item.id);
    return { id: item.id, line: null, cells: row?.cells ?? cellsOf(item, lang), checked: null, item };
  });
  return [...own, ...left.filter((row) => !row.item).map((row, n) => ({ ...row, id: -1 - n, checked: null }))];
}

function ItemTable(props: TableProps) {
  const { newSource, submission, items, kept, onUnsaved } = props;
  const { say, lang } = useStaffText();
  const [initial] = useState(() => rowsOf(props, lang));
  const [words, setWords] = useState("");
  /** Taken by the server: the draft's next version begins anew. */
  const isTaken = useRef(false);
  const query = { numbers: lang, lang, delimiter: "tab", ...(newSource !== "null" && { newSource }) };
  const table = useWork(initial, SHOWN, query, commonColumns(initial));
  const indicators = useQuery(api.indicators(useView())).data?.items ?? [];
  const wantedOf = ({ cells }: WorkRow) => {
    const indicator = indicators.find(({ code }) => code === cells.INDICATOR?.trim());
    if (!indicator) return null;
    const [min, max] = [number(indicator.range.min, lang), number(indicator.range.max, lang)];
    const isWhole = WHOLE_KINDS.has(indicator.valueKind);
    return say(isWhole ? "work.wantedWhole" : "work.wanted", { min, max, unit: indicator.unit });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: on mount only
  useEffect(() => void table.check(), []);
  const unsaved = table.rows.filter((row) => isUnsaved(row, lang));
  const sent = unsaved.filter((row) => isReady(row) || !row.item);
  const dropped = items.filter(({ id }) => !table.rows.some(({ item }) => item?.id === id)).map(({ id }) => id);
  const isSaved = unsaved.length + dropped.length === 0;
  useEffect(() => {
    onUnsaved(!isSaved);
    if (!isTaken.current) kept.set(newSource, unsaved);
  });
  const warned = sent.filter((row) => isReady(row) && row.checked?.warnings.length && !row.item?.confirmation);
  const confirm = useConfirm(`table-words-${items[0]?.id}`, warned.length, words);
  const isSendable = sent.length + dropped.length > 0;
  const work = useJoining(submission, async (answer: Joining | null) => {
    const said: Record<string, string> = words.trim() ? { confirmation: words } : {};
    const leaves = answer === "new" ? sent.flatMap(({ item }) => item?.id ?? []) : [];
    const drops = [...dropped, ...leaves].join();
    const changes = sent.flatMap(({ item }, n) => (item ? [`${n + 2}:${item.id}`] : [])).join();
    if (answer === "new") {
      await table.take(await openDraft(say("import.title", { n: sent.length })), said, sent);
    }
    const more = {
      ...said,
      ...(drops && { drops }),
      ...(answer !== "new" && changes && { changes }),
      ...(answer === "join" && { join: "true" }),
    };
    await table.take(submission, more, answer === "new" ? [] : sent);
    isTaken.current = true;
    kept.set(
      newSource,
      unsaved.filter((row) => !sent.includes(row)),
    );
  });
  const save =
    dropped.length > 0 && sent.length === 0
      ? say("mend.drop", { n: dropped.length })
      : dropped.length > 0
        ? say("table.saveDrop", { n: sent.length, dropped: dropped.length })
        : say("table.save", { n: sent.length });
  return (
    <>
      <WorkTable
        work={table}
        query={query}
        wantedOf={wantedOf}
        noteOf={(row) => {
          // As it is now: what is said of it comes in while it is worked on.
          const item = items.find(({ id }) => id === row.item?.id);
          if (!item) return null;
          const isChanged = item.since !== null && item.since !== "same";
          // Beside the reason of another row, that a row has none says nothing.
          const isObjected = Boolean(ownReason(submission, item.id)?.reason);
          const isAsked = item.comments.length > 0;
          return isChanged || isObjected || isAsked ? (
            <>
              <SinceMark since={item.since} />
              {isObjected ? <OwnReason submission={submission} item={item.id} /> : null}
              {isAsked ? <Thread submission={submission} about={{ item: item.id }} comments={item.comments} /> : null}
            </>
          ) : null;
        }}
      />
      <div className="mt-4 max-w-xl space-y-4">
        <ConfirmField {...confirm} onChange={setWords} />
        <Problem>{work.problem ?? table.problem}</Problem>
        <p role="status" tabIndex={-1} className="text-sm text-soft">
          {isSaved
            ? say("table.saved")
            : say("table.unsaved", { n: unsaved.length, open: unsaved.filter((row) => !isReady(row)).length })}
        </p>
        {isSaved ? null : (
          <Button
            aria-disabled={work.isPending || !isSendable}
            onClick={() => isSendable && confirm.holds() && work.run()}
          >
            {save}
          </Button>
        )}
      </div>
      {work.dialog}
    </>
  );
}
