import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import * as api from "../api.ts";
import { instant } from "../instant.ts";
import { freshRead, send } from "../session/client.ts";
import { useMe } from "../session/me.ts";
import { problemText } from "../session/problem-text.ts";
import { EarlyList } from "../submissions/early-list.tsx";
import { ItemCard, ItemOutcome } from "../submissions/item-card.tsx";
import { type Submission, submissionPath, submissionRead } from "../submissions/reads.ts";
import { ReviewLog } from "../submissions/review-log.tsx";
import { StateBadge } from "../submissions/state-badge.tsx";
import { StatusChanges } from "../submissions/status-changes.tsx";
import { useStaffText } from "../text/staff-text.tsx";
import { useTitle } from "../ui/error-page.tsx";
import { PageLink } from "../ui/page-link.tsx";
import { PageSkeleton } from "../ui/skeleton.tsx";
import { useView } from "../view.tsx";

/** One of one's own submissions: what it holds, what is wrong, what came of it, and what can be done. */
export function SubmissionPage() {
  const text = useStaffText();
  const { say, lang } = text;
  const me = useMe();
  const view = useView();
  const queries = useQueryClient();
  const { id = "" } = useParams({ strict: false });
  const read = useQuery({ ...submissionRead(Number(id)), ...freshRead });
  const indicators = useQuery(api.indicators(view));
  const sources = useQuery(api.sources(view));
  useTitle(read.data?.title ?? "");
  const act = useMutation({
    mutationFn: ({ path, method }: { path: string; method: "POST" | "DELETE" }) =>
      send<Submission>(path, {
        method,
        version: read.data?.version ?? 0,
        key: `${method}:${path}:${read.data?.version}`,
      }),
    onSettled: () => queries.invalidateQueries({ queryKey: ["staff"] }),
  });
  if (!read.data || !indicators.data || !sources.data) return <PageSkeleton />;
  const { title, state, author, items, version, submittedAt, reviews, earlyReaders } = read.data;
  const isMine = author.id === me.id;
  const isOpen = isMine && (state === "draft" || state === "returned");
  const open = items.filter((item) => item.state === "open");
  const unready = open.filter((i) => i.errors.length > 0 || (i.warnings.length > 0 && !i.confirmation));
  return (
    <div className="py-6 sm:py-8">
      <p className="text-sm">
        <PageLink to="/submissions">{say("staffNav.submissions")}</PageLink>
      </p>
      <h1 className="mt-2 text-2xl">{title}</h1>
      <p className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-soft">
        <StateBadge state={state} />
        <span>{say("mine.no", { id: read.data.id, name: author.name })}</span>
        {submittedAt ? <span>{say("mine.submittedAt", { at: instant(submittedAt, lang) })}</span> : null}
      </p>
      {act.error ? (
        <p role="alert" className="mt-4 text-sm font-semibold text-(--moving-away)">
          {problemText(act.error, text)}
        </p>
      ) : null}
      <p role="status" className="mt-4">
        {state === "submitted" && isMine ? say("mine.waiting") : ""}
      </p>
      <ReviewLog reviews={reviews} />
      <EarlyList readers={earlyReaders} />
      <section aria-labelledby="items-title" className="mt-8">
        <h2 id="items-title" className="text-lg">
          {say("mine.items", { n: items.length })}
        </h2>
        {unready.length > 0 && isOpen ? (
          <p data-class="moving_away" className="mt-2 text-sm font-semibold text-(--status)">
            {say("mine.unready", { n: unready.length })}
          </p>
        ) : null}
        <div className="mt-4 grid max-w-4xl gap-4">
          {items.map((item) => (
            <ItemCard
              key={item.id}
              item={item}
              indicator={indicators.data.items.find(({ code }) => code === item.indicator)}
              sourceOf={(source) => sources.data.items.find((one) => one.id === source)}
            >
              {isOpen && item.state === "open" ? (
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
                  <button
                    type="button"
                    className="button"
                    onClick={() => act.mutate({ path: submissionPath.item(read.data.id, item.id), method: "DELETE" })}
                  >
                    {say("mine.remove")}
                  </button>
                </>
              ) : item.state === "open" ? null : (
                <ItemOutcome item={item} isPublished={state !== "scheduled"} />
              )}
            </ItemCard>
          ))}
        </div>
      </section>
      {open.length > 0 &&
      !open.some((item) => item.hidden) &&
      unready.length === 0 &&
      state !== "rejected" &&
      state !== "withdrawn" ? (
        <section aria-labelledby="effect-title" className="panel mt-8 max-w-4xl p-5">
          <h2 id="effect-title" className="mb-3 text-base">
            {say("effect.statuses")}
          </h2>
          <StatusChanges id={read.data.id} version={version} />
        </section>
      ) : null}
      <div className="mt-8 flex flex-wrap gap-3">
        {isOpen && open.length > 0 ? (
          <button
            type="button"
            className="button button-main"
            aria-disabled={act.isPending || unready.length > 0}
            onClick={() => {
              if (unready.length === 0 && !act.isPending)
                act.mutate({ path: submissionPath.submit(read.data.id), method: "POST" });
            }}
          >
            {say("form.submitAll", { n: open.length })}
          </button>
        ) : null}
        {isMine && ["draft", "returned", "submitted"].includes(state) && !items.some((i) => i.state === "approved") ? (
          <button
            type="button"
            className="button"
            onClick={() => {
              if (window.confirm(say("mine.withdrawSure")))
                act.mutate({ path: submissionPath.withdraw(read.data.id), method: "POST" });
            }}
          >
            {say("mine.withdraw")}
          </button>
        ) : null}
      </div>
    </div>
  );
}
