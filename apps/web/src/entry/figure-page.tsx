import { useQuery } from "@tanstack/react-query";
import { useParams, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import * as api from "../api.ts";
import { economyName } from "../format.ts";
import type { FigureSearch } from "../search.ts";
import { useMe } from "../session/me.ts";
import { submissionRead, submissionsRead } from "../submissions/reads.ts";
import { SheetLink } from "../submissions/sheet-link.tsx";
import { useStaffText } from "../text/staff-text.tsx";
import { useTitle } from "../ui/error-page.tsx";
import { PageLink } from "../ui/page-link.tsx";
import { PageSkeleton } from "../ui/skeleton.tsx";
import { useView } from "../view.tsx";
import { DraftChoice } from "./draft-choice.tsx";
import { FigureForm } from "./figure-form.tsx";
import { type EntryFigure, figureRead } from "./reads.ts";

/** A form that is opened is filled from what is there now, not from what was read for another page. */
const fresh = { staleTime: 0, gcTime: 0, throwOnError: true } as const;

/** One figure, to be entered, revised or withdrawn. */
export function FigurePage() {
  const { say, lang } = useStaffText();
  const view = useView();
  const { code = "", year = "" } = useParams({ strict: false });
  const { compiler, area, draft } = useSearch({ strict: false }) as FigureSearch;
  const figure = useQuery({
    ...figureRead(lang, code, Number(year), compiler, area),
    ...fresh,
    placeholderData: undefined,
  });
  const drafts = useQuery({ ...submissionsRead({ mine: "true" }), ...fresh });
  const sources = useQuery(api.sources(view));
  const detail = useQuery(api.indicator(view, code));
  useTitle(`${figure.data?.indicator.shortName ?? code} ${year}, ${say("entry.title")}`);
  if (!figure.data || !drafts.data || !sources.data || !detail.data) return <PageSkeleton />;
  return (
    <FigureDesk
      key={JSON.stringify([figure.data.key, draft])}
      figure={figure.data}
      drafts={drafts.data.items}
      sources={sources.data.items}
      detail={detail.data}
    />
  );
}

type DeskProps = {
  figure: EntryFigure;
  drafts: { id: number; state: string; title: string }[];
  sources: { id: string; title: string; publisher: string; kind: string }[];
  detail: api.IndicatorDetail;
};

function FigureDesk({ figure, drafts, sources, detail }: DeskProps) {
  const { say, lang } = useStaffText();
  const me = useMe();
  const { draft } = useSearch({ strict: false }) as FigureSearch;
  // As it was when the form was opened: what the form itself makes of it must not open it anew.
  const [mine] = useState(() => figure.proposals.find((proposal) => proposal.author.id === me.id));
  const open = drafts.filter(({ state }) => state === "draft" || state === "returned");
  const asked = draft === "new" ? null : (open.find(({ id }) => String(id) === draft)?.id ?? null);
  const newest = open.find(({ state }) => state === "draft")?.id ?? null;
  const [into] = useState(mine?.submission ?? (draft === undefined ? newest : asked));
  const submission = useQuery({ ...submissionRead(into ?? 0), ...fresh, enabled: into !== null });
  const { indicator, key } = figure;
  const isClosed = mine !== undefined && mine.state !== "draft" && mine.state !== "returned";

  return (
    <div className="py-6 sm:py-8">
      <p className="text-sm">
        <PageLink to="/entry">{say("entry.title")}</PageLink>
      </p>
      <h1 className="mt-2 text-2xl">{say("form.title", { indicator: indicator.shortName, year: key.timePeriod })}</h1>
      <p className="mt-1 text-soft">
        {say("form.subtitle", { compiler: key.compiler, area: economyName(key.refArea, lang) })}
        {figure.link ? (
          <>
            {" · "}
            <a href={figure.link} rel="noreferrer">
              {say("grid.link")}
            </a>
          </>
        ) : null}
        {figure.current ? (
          <>
            {" · "}
            <SheetLink figure={key} />
          </>
        ) : null}
      </p>
      {isClosed ? (
        <p className="panel mt-6 max-w-2xl p-4">
          {say("form.sent", { state: say(`state.${mine.state}`) })}{" "}
          <PageLink to={`/submissions/${mine.submission}`}>{say("form.sentLink", { id: mine.submission })}</PageLink>
        </p>
      ) : into !== null && !submission.data ? (
        <PageSkeleton />
      ) : (
        <>
          {mine ? null : <DraftChoice open={open} into={into} />}
          <FigureForm
            key={into ?? "new"}
            figure={figure}
            submission={submission.data ?? null}
            sources={sources}
            compilers={detail.compilers.map(({ code, name }) => ({ code, name }))}
          />
        </>
      )}
    </div>
  );
}
