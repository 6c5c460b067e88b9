import { PageLink } from "../../address/page-link.tsx";
import { useView } from "../../address/view.tsx";
import * as api from "../../client/api.ts";
import { PrintButton, PrintedAddress, PrintedCode } from "../../document/brief.tsx";
import { EmptyRelease } from "../../document/empty-release.tsx";
import type { Card, Head, Page, ReadAnswer, Request } from "../../document/page.ts";
import { Provenance } from "../../document/provenance.tsx";
import { readRebuilt } from "../../document/rebuilt.ts";
import { SourceLink } from "../../document/source-link.tsx";
import { type Text, useText } from "../../text/text.tsx";
import { Notice } from "../../ui/notice.tsx";
import { capital, day } from "../../words/format.ts";
import { aimText, shortVerdict } from "../../words/target-row.ts";
import { isUndated } from "../../words/undated.ts";
import { Assignments, DutyList } from "./duty-list.tsx";
import { assignmentsOf, listsOf } from "./facts.ts";
import { thresholdText } from "./indicator-row.tsx";

type Data = Awaited<ReturnType<typeof load>>;
type Known = api.BodyDetail & { body: NonNullable<api.BodyDetail["body"]> };

/** One body of the state: what it answers for by paper, what succession brings near it, where each of these stands. */
export const body: Page<object, Data> = {
  path: "/bodies/:code{[A-Z0-9_]+}",
  parse: () => ({}),
  load,
  head,
  card,
  paths: async (read) => (await read(api.bodies(api.DEFAULT_VIEW))).items.map(({ id }) => `/bodies/${id}`),
  Component: BodyPage,
};

async function load(read: ReadAnswer, request: Request<object>) {
  const { code = "" } = request.params;
  const detail = await read(api.body(request.view, code));
  const rebuilt = await readRebuilt(read, request);
  const compilerOf = (code: string) => detail.indicators.find((one) => one.code === code)?.compiler ?? "";
  const due = detail.due.map((one) => {
    const series = { code: one.indicator, compiler: compilerOf(one.indicator) };
    return { ...one, isUndated: isUndated(rebuilt, series, one.timePeriod) };
  });
  return { code, detail: { ...detail, due } };
}

function head({ code, detail: { body, given, related } }: Data, { say }: Text): Head {
  if (!body) return { title: code, description: say("bodies.body") };
  const counted = { given: countOf(given), related: countOf(related) };
  return {
    title: body.name,
    description: say("bodies.description", { name: body.name, ...counted }),
    followed: { body: body.id },
  };
}

/** The targets that concern the body, each with what it asks and its class; null where it was not known yet. */
function card({ detail }: Data, text: Text): Card | null {
  const judged = listsOf(detail).flatMap(({ rows }) =>
    rows.flatMap((row) => row.judged.map((one) => ({ ...row, ...one }))),
  );
  if (!detail.body) return null;
  const rows = judged.map(({ indicator, target, assessment }) => ({
    label: `${indicator.shortName}, ${target.year}`,
    value: capital(aimText(target, indicator.valueKind, text) ?? thresholdText(target, text)),
    verdict: { class: assessment.class, word: shortVerdict({ indicator, target, assessment }, text) },
  }));
  return { title: detail.body.name, rows };
}

const countOf = (duties: readonly { indicator: string }[]) => new Set(duties.map((one) => one.indicator)).size;

function BodyPage({ data: { detail } }: { data: Data }) {
  const { body } = detail;
  if (!detail.release) return <EmptyRelease />;
  return body ? <Known detail={{ ...detail, body }} /> : <NotYet />;
}

function NotYet() {
  const { say, lang } = useText();
  const { asOf } = useView();
  return (
    <Notice
      title={say("bodies.notYet")}
      actions={
        <PageLink to="/bodies" className="button button-main">
          {say("bodies.all")}
        </PageLink>
      }
    >
      {asOf ? <p>{say("bodies.notYetBody", { day: day(asOf, lang) })}</p> : null}
    </Notice>
  );
}

function Known({ detail }: { detail: Known }) {
  const { say } = useText();
  const { body, bodies, sources, past, assessments } = detail;
  const around = { own: body.id, bodies, sourceOf: (id: string) => sources.find((source) => source.id === id) };
  const lists = listsOf(detail);
  return (
    <div className="body-page">
      <nav aria-label={say("breadcrumb")} className="no-print pt-6 text-sm">
        <PageLink to="/bodies">{say("nav.bodies")}</PageLink> <span aria-hidden="true">/</span>{" "}
        <span className="text-soft">{body.name}</span>
      </nav>
      <header className="pt-3 print:pt-0">
        <PrintedCode release={detail.release?.id} />
        <p className="eyebrow">{say("overview.eyebrow")}</p>
        <h1 className="mt-1 text-2xl sm:text-3xl">{body.name}</h1>
        <Succession detail={detail} />
        <p className="no-print mt-3 flex flex-wrap items-center gap-x-5 gap-y-2 text-sm">
          <PrintButton />{" "}
          <PageLink to="/follow" search={{ body: body.id }} className="inline-flex min-h-11 items-center">
            {say("follow.ofBody")}
          </PageLink>
        </p>
      </header>
      {lists.length === 0 && past.length === 0 ? <p className="mt-6">{say("bodies.none")}</p> : null}
      {lists.map((list) => (
        <DutyList key={list.standing} list={list} {...around} />
      ))}
      {past.length > 0 ? (
        <section aria-labelledby="past" className="body-part">
          <h2 id="past" className="text-xl">
            {say("bodies.past")} <span className="font-normal text-soft">({countOf(past)})</span>
          </h2>
          {/* Always with the names: what has passed has no rows. */}
          <Assignments assignments={assignmentsOf(past, detail.indicators)} total={Infinity} {...around} />
        </section>
      ) : null}
      <Provenance
        release={detail.release}
        referenceDate={detail.referenceDate}
        methodVersion={assessments[0]?.methodVersion}
      />
      <PrintedAddress release={detail.release?.id} />
    </div>
  );
}

/** What a body became when it ended, and which ones it took over. */
function Succession({ detail: { body, bodies, sources } }: { detail: Known }) {
  const { say, lang } = useText();
  const heir = bodies.find((one) => one.id === body.successor);
  const how = body.succession;
  const before = bodies.filter((one) => one.successor === body.id);
  return (
    <>
      {body.to === null ? null : (
        <div className="measure mt-3">
          {say("bodies.until", { day: day(body.to, lang) })}{" "}
          {heir ? (
            <>
              {say(`bodies.${how?.kind ?? "unknown"}`)}{" "}
              <PageLink to={`/bodies/${heir.id}`} className="font-semibold">
                {heir.name}
              </PageLink>
              {how?.paper ? `, ${say("bodies.byPaper", { paper: how.paper })}` : null}.
            </>
          ) : null}
          {how ? (
            <div className="no-print text-sm text-soft">
              <SourceLink source={sources.find((source) => source.id === how.source)} />
            </div>
          ) : null}
        </div>
      )}
      {before.map((one) => (
        <p key={one.id} className="measure mt-1 text-soft">
          {say("bodies.before")} <PageLink to={`/bodies/${one.id}`}>{one.name}</PageLink>
          {one.to ? `, ${say("responsible.until", { day: day(one.to, lang) })}` : null}.
        </p>
      ))}
    </>
  );
}
