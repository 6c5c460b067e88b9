import { useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { PageLink } from "../../address/page-link.tsx";
import type { SubmissionSearch } from "../../address/search.ts";
import { useStaffText } from "../../text/staff-text.tsx";
import { Button } from "../../ui/button.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { Problem } from "../../ui/problem.tsx";
import { PageSkeleton } from "../../ui/skeleton.tsx";
import { Page } from "../page.tsx";
import { send } from "../session/client.ts";
import { useChange } from "../session/form.tsx";
import { useMe } from "../session/me.ts";
import { OwnErrorSaid } from "../submissions/own-error-said.tsx";
import { type Item, isDraft, submissionPath } from "../submissions/reads.ts";
import { Effect } from "../submissions/status-changes.tsx";
import { History, Items, Statements, SubmissionHead, useSubmission } from "../submissions/submission-parts.tsx";
import { isInTable } from "./draft-rows.ts";
import { DraftTable } from "./draft-table.tsx";
import { RowsToMend } from "./rows-to-mend.tsx";
import { TakeBack } from "./take-back.tsx";

type Act = { path: string; method?: "POST" | "PUT" | "DELETE"; json?: object };

/** One of the author's own submissions: items, findings, history, actions. */
export function SubmissionPage() {
  const { say, lang } = useStaffText();
  const me = useMe();
  const read = useSubmission();
  const act = useChange(({ path, method = "POST", json }: Act) => {
    const version = read?.submission.version ?? 0;
    return send(path, { method, version, key: `${method}:${path}:${version}`, ...(json && { json }) });
  });
  const { as } = useSearch({ strict: false }) as SubmissionSearch;
  const [isUnsaved, setUnsaved] = useState(false);
  /** How often it was tried to submit what is not ready. */
  const [turn, setTurn] = useState(0);
  if (!read) return <PageSkeleton />;
  const { id, title, state, author, items, statements, version, toMend, unanswered } = read.submission;
  const isMine = author.id === me.id;
  const isOpen = isMine && isDraft({ state });
  const open = items.filter((item) => item.state === "open");
  const unready = open.filter((i) => i.errors.length > 0 || (i.warnings.length > 0 && !i.confirmation));
  const hasEffect =
    open.length > 0 && unready.length === 0 && !open.some((i) => i.hidden) && !/rejected|withdrawn/.test(state);
  const isTable = as === "table" && isOpen && items.some(isInTable);
  const shown = isTable ? items.filter((item) => !isInTable(item)) : items;
  // A row of the table that waits for its figure says so itself.
  const noted = isTable ? unready.filter(({ value }) => value !== null).length : unready.length;
  const isBlank = ({ value, errors }: Item) => value === null && errors.some(({ code }) => code === "missing_status");
  const placeOf = (item: Item | undefined) => (item && isTable && isInTable(item) ? "draft-table" : `item-${item?.id}`);
  const [blank, faulty] = [unready.filter(isBlank), unready.filter((item) => !isBlank(item))];
  const missing = [
    ...(isUnsaved ? [{ field: "draft-table", text: say("mine.unsaved") }] : []),
    ...(blank.length > 0 ? [{ field: placeOf(blank[0]), text: say("mine.blank", { n: blank.length }) }] : []),
    ...(faulty.length > 0 ? [{ field: placeOf(faulty[0]), text: say("mine.unready", { n: faulty.length }) }] : []),
    ...(unanswered.items.length > 0
      ? [
          {
            field: placeOf(items.find((item) => item.id === unanswered.items[0])),
            text: say("mine.unanswered", { n: unanswered.items.length }),
          },
        ]
      : []),
    ...(unanswered.whole
      ? [
          {
            field: statements[0] ? `statement-${statements[0].id}` : placeOf(open[0]),
            text: say("mine.unansweredWhole"),
          },
        ]
      : []),
    ...(toMend > 0 ? [{ field: "draft-mend", text: say("mine.toMend", { n: toMend }) }] : []),
  ];
  const submitAll = () => {
    if (missing.length > 0) setTurn(turn + 1);
    else act.run({ path: submissionPath.submit(id) });
  };
  const unreadyNote =
    noted > 0 && isOpen ? (
      <p data-class="danger" className="mt-2 text-sm font-semibold text-(--status)">
        {say("mine.unready", { n: noted })}
      </p>
    ) : null;
  return (
    <Page title={title} back={{ to: "/submissions", text: say("staffNav.submissions") }}>
      <SubmissionHead submission={read.submission} />
      <Problem className="mt-4">{act.problem}</Problem>
      <p role="status" className="mt-4">
        {state === "submitted" && isMine ? say("mine.waiting") : ""}
      </p>
      <History submission={read.submission} />
      {isOpen && items.some(isInTable) ? (
        <nav aria-label={say("table.views")} className="mt-8 flex gap-6">
          {(["cards", "table"] as const).map((view) => (
            <PageLink
              key={view}
              to={`/submissions/${id}`}
              search={view === "table" ? { as: view } : {}}
              aria-current={(view === "table") === isTable ? "page" : undefined}
              className="aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:no-underline"
            >
              {say(`table.${view}`)}
            </PageLink>
          ))}
        </nav>
      ) : null}
      {isTable ? (
        // Cells hold numbers as one language writes them.
        <div id="draft-table" tabIndex={-1}>
          <DraftTable key={lang} submission={read.submission} onUnsaved={setUnsaved}>
            {unreadyNote}
          </DraftTable>
        </div>
      ) : null}
      {statements.length > 0 ? (
        <Statements
          read={read}
          className="mt-8 max-w-4xl"
          actions={({ id: statement }) =>
            isOpen ? (
              <>
                <PageLink to="/entry/statement" search={{ draft: String(id), statement }} className="button">
                  {say("mine.edit")}
                </PageLink>
                <Button
                  onClick={() =>
                    act.run({
                      path: submissionPath.statements(id),
                      method: "PUT",
                      json: {
                        statements: statements.flatMap((one) => (one.id === statement ? [] : (one.proposed ?? []))),
                      },
                    })
                  }
                >
                  {say("mine.remove")}
                </Button>
              </>
            ) : null
          }
        />
      ) : isTable && shown.length === 0 ? null : (
        <Items
          read={{ ...read, submission: { ...read.submission, items: shown } }}
          className="mt-8 max-w-4xl"
          note={isTable ? null : unreadyNote}
          actions={(item) =>
            isOpen ? (
              <>
                {item.pair === null || item.kind === "enter" ? (
                  <PageLink
                    to={`/entry/${item.indicator}/${item.timePeriod}`}
                    search={{ compiler: item.compiler, area: item.refArea }}
                    className="button"
                  >
                    {say("mine.edit")}
                  </PageLink>
                ) : null}
                <Button onClick={() => act.run({ path: submissionPath.item(id, item.id), method: "DELETE" })}>
                  {say("mine.remove")}
                </Button>
              </>
            ) : null
          }
        />
      )}
      {hasEffect ? (
        <Effect title={say("effect.statuses")} id={id} version={version} className="mt-8 max-w-4xl" />
      ) : null}
      {isOpen && toMend > 0 ? (
        <div id="draft-mend" tabIndex={-1}>
          <RowsToMend draft={{ id, version, title }} />
        </div>
      ) : null}
      <div className="mt-8 max-w-xl">
        <ErrorSummary title={say("form.problem")} errors={turn > 0 ? missing : []} turn={turn} />
      </div>
      {isOpen ? <OwnErrorSaid items={open} /> : null}
      <div className="mt-4 flex flex-wrap gap-3">
        {isOpen && statements.length > 0 ? (
          <>
            <Button isMain aria-disabled={act.isPending} onClick={submitAll}>
              {say("form.submit")}
            </Button>
            <PageLink to="/entry/statement" search={{ draft: String(id) }} className="button">
              {say("statement.add")}
            </PageLink>
          </>
        ) : null}
        {isOpen && open.length > 0 ? (
          <Button isMain aria-disabled={act.isPending} onClick={submitAll}>
            {say("form.submitAll", { n: open.length })}
          </Button>
        ) : null}
        <TakeBack submission={read.submission} />
      </div>
    </Page>
  );
}
