import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { PageLink } from "../../address/page-link.tsx";
import type { FigureSearch } from "../../address/search.ts";
import { useView } from "../../address/view.tsx";
import * as api from "../../client/api.ts";
import { useStaffText } from "../../text/staff-text.tsx";
import { PageSkeleton } from "../../ui/skeleton.tsx";
import { Page } from "../page.tsx";
import { useMe } from "../session/me.ts";
import { useAreaName } from "../submissions/area-name.ts";
import { SheetLink } from "../submissions/links.tsx";
import { isDraft, ownSubmissionsRead, submissionRead, takesFigures } from "../submissions/reads.ts";
import { DraftField } from "./draft-field.tsx";
import { FigureForm } from "./figure-form.tsx";
import { type EntryFigure, figureRead } from "./reads.ts";

/** Never cached: a form must start from current data. */
const fresh = { staleTime: 0, gcTime: 0, throwOnError: true } as const;

/** Enter, revise or withdraw one figure. */
export function FigurePage() {
  const view = useView();
  const { code = "", year = "" } = useParams({ strict: false });
  const { compiler, area, draft } = useSearch({ strict: false }) as FigureSearch;
  const figure = useQuery({ ...figureRead(view.lang, code, Number(year), compiler, area), ...fresh });
  const drafts = useQuery({ ...ownSubmissionsRead(), ...fresh });
  const sources = useQuery(api.sources(view));
  const detail = useQuery(api.indicator(view, code));
  if (!figure.data || !drafts.data || !sources.data || !detail.data) return <PageSkeleton />;
  return (
    <FigureDesk
      key={JSON.stringify([figure.data.key, draft])}
      figure={figure.data}
      drafts={drafts.data.items.filter(takesFigures)}
      asked={draft}
      sources={sources.data.items}
      compilers={detail.data.compilers}
    />
  );
}

type DeskProps = {
  figure: EntryFigure;
  drafts: { id: number; state: string; title: string }[];
  /** Draft id from the URL. */
  asked: string | undefined;
  sources: { id: string; title: string; publisher: string }[];
  compilers: { code: string; name: string }[];
};

function FigureDesk({ figure, drafts, asked, sources, compilers }: DeskProps) {
  const { say } = useStaffText();
  const areaName = useAreaName();
  const me = useMe();
  const navigate = useNavigate();
  // Fixed on mount: autosave adds a proposal, which must not remount the form.
  const [mine] = useState(() => figure.proposals.find((proposal) => proposal.author.id === me.id));
  const [into] = useState(() => {
    // A draft is of one publication: a figure joins one only when that is chosen.
    const found = drafts.find(({ id }) => String(id) === asked);
    return mine?.submission ?? found?.id ?? null;
  });
  const [shown, setShown] = useState(String(into ?? "new"));
  const submission = useQuery({ ...submissionRead(into ?? 0), ...fresh, enabled: into !== null });
  const { indicator, key, link, current } = figure;
  return (
    <Page
      title={say("form.title", { indicator: indicator.shortName, year: key.timePeriod })}
      name={`${indicator.shortName} ${key.timePeriod}, ${say("entry.title")}`}
      back={{ to: "/entry", text: say("entry.title") }}
    >
      <p className="mt-1 text-soft">
        {say("form.subtitle", { compiler: key.compiler, area: areaName(key.refArea) })}
        {link ? " · " : null}
        {link ? (
          <a href={link} rel="noreferrer">
            {say("grid.link")}
          </a>
        ) : null}
        {current ? " · " : null}
        {current ? <SheetLink figure={key} /> : null}
      </p>
      {mine && !isDraft(mine) ? (
        <p className="panel mt-6 max-w-2xl p-4">
          {say("form.sent", { state: say(`state.${mine.state}`) })}{" "}
          <PageLink to={`/submissions/${mine.submission}`}>{say("form.sentLink", { id: mine.submission })}</PageLink>
        </p>
      ) : into !== null && !submission.data ? (
        <PageSkeleton />
      ) : (
        <>
          {mine || drafts.length === 0 ? null : (
            <div className="mt-5 max-w-md">
              <DraftField
                drafts={drafts}
                value={shown}
                onChange={(draft) =>
                  void navigate({ to: ".", search: (now) => ({ ...now, draft }) as never, replace: true })
                }
              />
            </div>
          )}
          <FigureForm
            key={into ?? "new"}
            figure={figure}
            submission={submission.data ?? null}
            sources={sources}
            compilers={compilers}
            onNewDraft={() => setShown("new")}
          />
        </>
      )}
    </Page>
  );
}
