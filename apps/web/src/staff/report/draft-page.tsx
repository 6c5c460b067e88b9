import { useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { PageLink } from "../../address/page-link.tsx";
import type { DraftSearch } from "../../address/search.ts";
import { useView } from "../../address/view.tsx";
import * as api from "../../client/api.ts";
import { chartAddress } from "../../document/files.ts";
import { openMarks } from "../../document/open-marks.ts";
import { ReportView } from "../../document/report-view.tsx";
import { today } from "../../document/today.ts";
import { useStaffText } from "../../text/staff-text.tsx";
import { JumpLink } from "../../ui/jump-link.tsx";
import { Section } from "../../ui/section.tsx";
import { day, dayOfInstant } from "../../words/format.ts";
import { Page } from "../page.tsx";
import { type Answer, address, paths, staffRead } from "../session/client.ts";
import { mayDo, useMe } from "../session/me.ts";
import { NEW_REPORT } from "../submissions/subjects.ts";
import { DraftForm } from "./draft-form.tsx";

export type Draft = Answer<typeof paths.report.$get>;

/** The draft of an official report: what it is of, how it reads with its open places, and its files. */
export function DraftPage() {
  const { say } = useStaffText();
  const me = useMe();
  const { asOf } = useView();
  const { day: of = asOf ?? today(), ...search } = useSearch({ strict: false }) as DraftSearch;
  const { period, compare, number, date, to } = search;
  const details = { ...(number && { number }), ...(date && { date }), ...(to && { to }) };
  const query = {
    ...{ lang: "vi" as const, form: "official" as const, asOf: of, ...details },
    ...(period && { period }),
    ...(compare && { compare }),
  };
  const draft = useQuery({ ...staffRead(paths.report, { query }), retry: false });
  const releases = useQuery(api.releaseContents({ lang: "vi", asOf: of })).data?.items ?? [];
  return (
    <Page title={say("draft.title")} body={say("draft.body")} className="max-w-5xl">
      <DraftForm
        // What the address says stands in the fields, after the back button too.
        key={JSON.stringify(query)}
        values={{ ...search, day: of }}
        period={draft.data?.period}
        releases={releases}
        refusal={draft.error}
      />
      <p className="measure mt-4 text-sm text-soft">{say("draft.form")}</p>
      {draft.data ? (
        <>
          <p className="mt-4 flex flex-wrap gap-3">
            {(["docx", "xlsx"] as const).map((ending) => (
              <a
                key={ending}
                className={ending === "docx" ? "button button-main" : "button"}
                href={address(paths[`report.${ending}`].$path({ query }))}
                download
              >
                {say(`draft.${ending}`)}
              </a>
            ))}
          </p>
          {mayDo(me, "submission.write") ? (
            <p className="measure mt-3 text-sm">
              {say("draft.signed")}{" "}
              <PageLink
                to="/entry/statement"
                search={{
                  ...{ statement: `report/${NEW_REPORT}`, period: draft.data.period, release: draft.data.release.id },
                  ...{ day: draft.data.referenceDate, number, date },
                }}
              >
                {say("draft.register")}
              </PageLink>
            </p>
          ) : null}
          <Preview draft={draft.data} of={of} />
        </>
      ) : draft.isPending ? (
        <p role="status" className="mt-6 text-soft">
          {say("draft.loading")}
        </p>
      ) : null}
    </Page>
  );
}

function Preview({ draft, of }: { draft: Draft; of: string }) {
  const { say, lang } = useStaffText();
  const { release, referenceDate, comparedWith } = draft;
  const marks = openMarks(draft);
  return (
    <>
      <p className="measure mt-4 text-sm">
        {say("draft.facts", {
          release: release.id,
          published: dayOfInstant(release.publishedAt, lang),
          day: day(referenceDate, lang),
          compared: day(comparedWith.day, lang),
        })}
      </p>
      <Section title={say("draft.open", { n: draft.open })} className="panel mt-6 p-4 sm:p-5">
        {marks.length > 0 ? (
          <ol aria-label={say("draft.openList")} className="mt-2 list-decimal space-y-1 ps-7 text-sm" lang="vi">
            {marks.map(({ id, text }) => (
              <li key={id}>
                <JumpLink to={id} className="wrap-anywhere">
                  {text}
                </JumpLink>
              </li>
            ))}
          </ol>
        ) : null}
      </Section>
      <Section title={say("draft.preview")} className="mt-8">
        <div lang="vi" className="panel mt-3 p-4 sm:p-8">
          <ReportView
            report={draft}
            appendixWord="Phụ lục"
            chart={(code) => chartAddress(`/indicators/${code}`, "png", { width: 640, asOf: of })}
          />
        </div>
      </Section>
    </>
  );
}
