import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useStaffText } from "../../text/staff-text.tsx";
import { Button } from "../../ui/button.tsx";
import { Problem } from "../../ui/problem.tsx";
import { Section } from "../../ui/section.tsx";
import { type Answer, paths, staffRead } from "../session/client.ts";
import { ConfirmField, useConfirm } from "./confirm-field.tsx";
import { type Joining, useJoining } from "./join-dialog.tsx";
import { openDraft } from "./open-draft.ts";
import { useWork } from "./use-work.ts";
import { type Cells, countRows } from "./work-rows.ts";
import { WorkTable } from "./work-table.tsx";

const rows = paths.submissions[":id"].rows;
type Row = Answer<typeof rows.$get>["items"][number];

/** Rows by what was given with them: those of one table share a new source and its copies. */
const groupsOf = (items: readonly Row[]): Row[][] => {
  const groups = new Map<string, Row[]>();
  for (const row of items) {
    const given = JSON.stringify([row.newSource, row.evidence]);
    groups.set(given, [...(groups.get(given) ?? []), row]);
  }
  return [...groups.values()];
};

type Props = { draft: { id: number; version: number; title: string } };

/** The rows of a draft that are no figures yet, as tables to mend them in. */
export function RowsToMend({ draft }: Props) {
  const { id } = draft;
  const { say } = useStaffText();
  const read = useQuery(staffRead(rows, { param: { id: String(id) } })).data;
  if (!read || read.items.length === 0) return null;
  return (
    <Section title={say("mend.title", { n: read.items.length })} look="text-xl" className="mt-8">
      <p className="measure mt-2 text-sm text-soft">{say("mend.body")}</p>
      {groupsOf(read.items).map((items) => (
        <Mending key={items.map((row) => row.id).join()} draft={draft} items={items} />
      ))}
    </Section>
  );
}

function Mending({ draft, items }: Props & { items: Row[] }) {
  const { say, lang } = useStaffText();
  const [words, setWords] = useState("");
  const [first] = items;
  const query = {
    ...{ numbers: lang, lang, delimiter: "tab" },
    ...(first?.newSource && { newSource: JSON.stringify(first.newSource) }),
    ...(first && first.evidence.length > 0 && { evidence: first.evidence.join() }),
  };
  const initial = items.map((row) => ({ id: row.id, line: row.line, cells: row.cells as Cells, checked: null }));
  const table = useWork(initial, [], query);
  // biome-ignore lint/correctness/useExhaustiveDependencies: on mount only
  useEffect(() => void table.check(), []);
  const { ready, open, warned } = countRows(table.rows);
  const dropped = items.filter(({ id }) => !table.rows.some((row) => row.id === id)).length;
  const confirm = useConfirm(`mend-words-${first?.id}`, warned, words);
  const work = useJoining(draft, async (answer: Joining | null) => {
    const replaces = { replaces: items.map((row) => row.id).join() };
    const said: Record<string, string> = words.trim() ? { confirmation: words } : {};
    if (answer === "new") {
      await table.take(await openDraft(say("import.title", { n: table.rows.length })), said);
      await table.take(draft, replaces, []);
    } else await table.take(draft, { ...replaces, ...said, ...(answer === "join" && { join: "true" }) });
  });
  return (
    <>
      <WorkTable work={table} query={query} />
      <div className="mt-4 max-w-xl space-y-4">
        <ConfirmField {...confirm} onChange={setWords} />
        <Problem>{work.problem ?? table.problem}</Problem>
        <Button aria-disabled={work.isPending} onClick={() => confirm.holds() && work.run()}>
          {dropped > 0 && ready + open === 0 ? say("mend.drop", { n: dropped }) : say("mend.take", { n: ready, open })}
        </Button>
      </div>
      {work.dialog}
    </>
  );
}
