import type { Target } from "@moc2030/shared/schema/target";
import { useQuery } from "@tanstack/react-query";
import { PageLink } from "../../address/page-link.tsx";
import { useView } from "../../address/view.tsx";
import * as api from "../../client/api.ts";
import { type StaffTextId, useStaffText } from "../../text/staff-text.tsx";
import { PageSkeleton } from "../../ui/skeleton.tsx";
import { StackedTable } from "../../ui/stacked-table.tsx";
import { day, dayOfInstant } from "../../words/format.ts";
import { Page } from "../page.tsx";
import { freshRead } from "../session/client.ts";
import { mayDo, useMe } from "../session/me.ts";
import { StateBadge } from "../submissions/state-badge.tsx";
import { verbatimRead } from "./reads.ts";

/** How the words of a target are known until they are checked. */
const BASES: Partial<Record<Target["wordingBasis"], StaffTextId>> = {
  press: "verbatim.press",
  content: "verbatim.contentOnly",
};

/** Every target of the Decision: whether its words were read in the signed text, when and by whom, and what is under way. */
export function VerbatimPage() {
  const { say, lang } = useStaffText();
  const me = useMe();
  const view = useView();
  const read = useQuery({ ...verbatimRead(), ...freshRead }).data;
  const indicators = useQuery(api.indicators(view)).data;
  if (!read || !indicators) return <PageSkeleton />;
  const nameOf = (code: string) => indicators.items.find((one) => one.code === code)?.shortName ?? code;
  const left = read.items.filter(({ verbatim }) => !verbatim).length;
  return (
    <Page
      title={say("verbatim.list")}
      body={say("verbatim.body")}
      back={{ to: "/entry", text: say("entry.title") }}
      className="max-w-5xl"
    >
      <p className="mt-4 font-semibold">{say("verbatim.left", { n: left, of: read.items.length })}</p>
      <div className="panel mt-4 p-3 sm:p-5">
        <StackedTable
          caption={say("verbatim.list")}
          columns={[
            { label: say("verbatim.target"), width: "md:w-[28%]" },
            { label: say("verbatim.known"), width: "md:w-[44%]" },
            { label: say("verbatim.next") },
          ]}
          rows={read.items.map(({ target, indicator, year, wordingBasis, verbatim, proposals, ...by }) => ({
            key: target,
            cells: [
              `${nameOf(indicator)}, ${year}`,
              verbatim ? (
                <div key="known">
                  <strong>{say("verbatim.checked", { day: day(verbatim.checkedOn, lang) })}</strong>
                  <div className="text-soft">
                    {say("verbatim.where", { clause: verbatim.clause, page: verbatim.page })}
                  </div>
                  {by.publishedAt ? (
                    <div className="text-soft">
                      {say("verbatim.by", {
                        entered: by.enteredBy ?? "",
                        approved: by.approvedBy ?? "",
                        release: verbatim.release,
                        day: dayOfInstant(by.publishedAt, lang),
                      })}
                    </div>
                  ) : null}
                  {verbatim.differs ? (
                    <div data-class="danger" className="font-semibold text-(--status)">
                      {say("verbatim.differsNoted")}
                    </div>
                  ) : null}
                </div>
              ) : (
                <span key="known" className="text-soft">
                  {say(BASES[wordingBasis] ?? "verbatim.notChecked")}
                </span>
              ),
              <div key="next" className="space-y-1">
                {proposals.map(({ submission, state, author }) => (
                  <div key={submission}>
                    <PageLink to={`/submissions/${submission}`}>
                      {say("mine.no", { id: submission, name: author })}
                    </PageLink>{" "}
                    <StateBadge state={state} />
                  </div>
                ))}
                {proposals.length === 0 && mayDo(me, "submission.write") ? (
                  <PageLink
                    to="/entry/statement"
                    search={{ statement: `verbatim/${target}` }}
                    aria-label={say(verbatim ? "verbatim.mendFor" : "verbatim.startFor", {
                      name: `${nameOf(indicator)}, ${year}`,
                    })}
                  >
                    {say(verbatim ? "verbatim.mend" : "verbatim.start")}
                  </PageLink>
                ) : null}
              </div>,
            ],
          }))}
        />
      </div>
    </Page>
  );
}
