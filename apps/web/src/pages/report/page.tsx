import { PageLink } from "../../address/page-link.tsx";
import { useView } from "../../address/view.tsx";
import * as api from "../../client/api.ts";
import { ApiError } from "../../client/api.ts";
import { EmptyRelease } from "../../document/empty-release.tsx";
import { GetForm } from "../../document/get-form.tsx";
import type { Page, ReadAnswer, Request } from "../../document/page.ts";
import { Provenance } from "../../document/provenance.tsx";
import { ReportView } from "../../document/report-view.tsx";
import { useText } from "../../text/text.tsx";
import { SelectField } from "../../ui/fields.tsx";
import { Notice } from "../../ui/notice.tsx";
import { dayOfInstant } from "../../words/format.ts";
import { periodsUntil } from "./periods.ts";
import { parseReport, type ReportSearch } from "./search.ts";

type Data = Awaited<ReturnType<typeof load>>;
type Found = Data & { report: api.Report };
type Props = { data: Found; search: ReportSearch };

/** The report of a period as everybody sees it, and its files. */
export const report: Page<ReportSearch, Data> = {
  path: "/report",
  parse: parseReport,
  load,
  head: (_, { say }) => ({ title: say("report.page"), description: say("report.body") }),
  Component: ({ data, search }) =>
    data.report ? (
      <Known data={{ ...data, report: data.report }} search={search} />
    ) : data.release === null ? (
      <EmptyRelease />
    ) : (
      <NotYet />
    ),
};

async function load(read: ReadAnswer, { view, search }: Request<ReportSearch>) {
  const report = await read(api.report(view, search)).catch((error: unknown) => {
    // Before anything was published, or the Strategy issued.
    if (error instanceof ApiError && error.status === 404) return null;
    throw error;
  });
  const { release, items } = await read(api.releaseContents(view));
  return { report, release, releases: items };
}

function NotYet() {
  const { say } = useText();
  return (
    <Notice
      title={say("strategy.notYetTitle")}
      actions={
        <PageLink to="/releases" className="button button-main">
          {say("nav.releases")}
        </PageLink>
      }
    >
      <p>{say("strategy.notYet")}</p>
    </Notice>
  );
}

function Known({ data: { report: found, releases }, search }: Props) {
  const { say, lang } = useText();
  const { release, referenceDate } = found;
  const view = useView();
  // A file keeps to the day of the page, on which it is judged what is overdue.
  const kept = { lang, ...(view.release ? { asOf: undefined, release: view.release } : { asOf: referenceDate }) };
  return (
    <>
      <header className="pt-10">
        <p className="eyebrow">{say("report.page")}</p>
        <h1 className="mt-1 text-2xl sm:text-3xl">{found.title}</h1>
        <p className="measure mt-3 text-soft">{say("report.body")}</p>
      </header>
      <GetForm
        own={["period", "compare"]}
        className="no-print mt-6 grid items-end gap-3 sm:grid-cols-[14rem_22rem_auto] sm:justify-start"
      >
        <SelectField
          id="period"
          label={say("report.period")}
          defaultValue={found.period}
          choices={periodsUntil(referenceDate).map((value) => ({ value, label: periodName(value, say) }))}
        />
        <SelectField
          id="compare"
          label={say("report.compare")}
          defaultValue={search.compare ?? ""}
          none={say("report.aYearBefore")}
          choices={releases
            .filter(({ id }) => id <= release.id)
            .map(({ id, publishedAt }) => ({
              value: String(id),
              label: say("report.release", { id, day: dayOfInstant(publishedAt, lang) }),
            }))}
        />
        <button type="submit" className="button">
          {say("report.show")}
        </button>
      </GetForm>
      <p className="no-print mt-4 flex flex-wrap gap-3">
        {(["docx", "xlsx"] as const).flatMap((ending) => [
          " ",
          <a
            key={ending}
            className={ending === "docx" ? "button button-main" : "button"}
            href={api.reportFile(kept, search, ending)}
            download
          >
            {say(`report.${ending}`)}
          </a>,
        ])}
      </p>
      <p className="no-print measure mt-2 text-sm text-soft">
        {say("report.official")}{" "}
        <PageLink
          to="/staff/report"
          search={{
            ...{ period: search.period, compare: search.compare },
            // The draft is of a day.
            ...{ release: undefined, day: view.release && referenceDate },
          }}
        >
          {say("report.toOfficial")}
        </PageLink>
      </p>
      {/* Its charts are in the file, and on the pages of the indicators. */}
      <ReportView report={found} appendixWord={say("report.appendix")} />
      <Provenance release={release} referenceDate={referenceDate} methodVersion={undefined} />
    </>
  );
}

const periodName = (period: string, say: ReturnType<typeof useText>["say"]) =>
  period.endsWith("-H1") ? say("report.firstHalf", { year: period.slice(0, 4) }) : say("year.plain", { year: period });
