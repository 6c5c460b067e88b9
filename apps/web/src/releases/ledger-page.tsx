import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { Suspense } from "react";
import { pageOf } from "../paging.ts";
import { usePageText } from "../text/page-text.tsx";
import { Below } from "../ui/below.tsx";
import { EmptyRelease } from "../ui/empty-release.tsx";
import { useTitle } from "../ui/error-page.tsx";
import { field } from "../ui/field.ts";
import { PageLink } from "../ui/page-link.tsx";
import { Pager } from "../ui/pager.tsx";
import { Bone, Loading } from "../ui/skeleton.tsx";
import { useView } from "../view.tsx";
import { byYear, narrowed, yearOf } from "./ledger.ts";
import { LedgerTable } from "./ledger-table.tsx";
import { ledgerReads } from "./reads.ts";

const route = getRouteApi("/pages/releases");

/** Releases on one page: about the last three years of them. */
const PAGE = 20;

/** The ledger: every release, newest first, and what each one changed. */
export const LedgerPage = () => (
  <>
    <Head />
    <Suspense fallback={<LedgerSkeleton />}>
      <Ledger />
    </Suspense>
  </>
);

function Head() {
  const { say } = usePageText();
  useTitle(say("nav.releases"), say("releases.body"));
  return (
    <header className="pt-10">
      <h1 className="text-2xl sm:text-3xl">{say("releases.title")}</h1>
      <p className="measure mt-3 text-soft">{say("releases.body")}</p>
      <p className="mt-4">
        <PageLink to="/releases/compare" className="button">
          {say("releases.compareTwo")}
        </PageLink>
      </p>
    </header>
  );
}

function LedgerSkeleton() {
  return (
    <Loading>
      <Bone className="mt-8 h-16 max-w-2xl" />
      <Bone className="mt-10 h-[60rem]" />
    </Loading>
  );
}

function Ledger() {
  const { say } = usePageText();
  const reads = ledgerReads(useView());
  const { items, release } = useSuspenseQuery(reads.releases).data;
  const indicators = useSuspenseQuery(reads.indicators).data.items;
  const search = route.useSearch();
  if (!release) return <EmptyRelease />;
  const found = narrowed(items, search);
  const page = pageOf(found, search.page ?? 1, PAGE);
  const shown = page.rows;
  const count =
    page.count > 1
      ? say("releases.shownPage", { n: shown.length, all: found.length, page: page.page, pages: page.count })
      : say("releases.shown", { n: shown.length, all: items.length });
  return (
    <>
      <Narrow
        indicators={indicators.filter(({ code }) => items.some((entry) => entry.indicators.includes(code)))}
        years={[...new Set(items.map((entry) => yearOf(entry.publishedAt)))]}
      />
      <p role="status" className="mt-4 text-sm text-soft">
        {count}{" "}
        {found.length < items.length ? (
          <Link
            to="."
            search={(now) => ({ ...now, indicator: undefined, year: undefined, page: undefined })}
            resetScroll={false}
          >
            {say("releases.showAll")}
          </Link>
        ) : null}
      </p>
      {shown.length === 0 ? <p className="mt-8 border-s-4 border-line-strong ps-4">{say("releases.none")}</p> : null}
      {byYear(shown).map(([year, entries]) => (
        <Below key={year}>
          <section aria-labelledby={`year-${year}`} className="mt-10">
            <h2 id={`year-${year}`} className="mb-2 text-xl">
              {year}
            </h2>
            <LedgerTable caption={say("releases.ofYear", { year })} entries={entries} indicators={indicators} />
          </section>
        </Below>
      ))}
      {page.count > 1 ? (
        <Pager page={page} label={say("releases.pages")} toTop>
          {count}
        </Pager>
      ) : null}
    </>
  );
}

type NarrowProps = { indicators: { code: string; name: string }[]; years: number[] };

/** Narrows the ledger to one indicator or one year; the choice is the address. */
function Narrow({ indicators, years }: NarrowProps) {
  const { say } = usePageText();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const choose = (some: { indicator?: string | undefined; year?: number | undefined }) =>
    void navigate({ search: (now) => ({ ...now, page: undefined, ...some }), resetScroll: false });
  return (
    <search className="no-print mt-8 grid max-w-2xl grid-cols-1 gap-3 sm:grid-cols-[1fr_10rem]">
      <label className="text-xs font-semibold text-soft">
        {say("releases.indicator")}
        <select
          className={`${field} mt-1`}
          value={search.indicator ?? ""}
          onChange={(event) => choose({ indicator: event.target.value || undefined })}
        >
          <option value="">{say("releases.anyIndicator")}</option>
          {indicators.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label className="text-xs font-semibold text-soft">
        {say("releases.year")}
        <select
          className={`${field} mt-1`}
          value={search.year ?? ""}
          onChange={(event) => choose({ year: event.target.value ? Number(event.target.value) : undefined })}
        >
          <option value="">{say("releases.anyYear")}</option>
          {years.map((year) => (
            <option key={year} value={year}>
              {year}
            </option>
          ))}
        </select>
      </label>
    </search>
  );
}
