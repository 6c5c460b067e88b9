import { PageLink, SamePageLink } from "../../address/page-link.tsx";
import * as api from "../../client/api.ts";
import { EmptyRelease } from "../../document/empty-release.tsx";
import { FeedLink } from "../../document/feed-link.tsx";
import { GetForm } from "../../document/get-form.tsx";
import type { Page, ReadAnswer, Request } from "../../document/page.ts";
import { readAll } from "../../document/read-all.ts";
import { useText } from "../../text/text.tsx";
import { SelectField, sameWord } from "../../ui/fields.tsx";
import { Pager } from "../../ui/pager.tsx";
import { pageOf } from "../../ui/paging.ts";
import { Section } from "../../ui/section.tsx";
import { byYear, narrowed, yearOf } from "./ledger.ts";
import { LedgerTable } from "./ledger-table.tsx";
import { type LedgerSearch, parseLedger } from "./search.ts";

/** Releases per page. */
const PAGE = 20;

type Data = Awaited<ReturnType<typeof load>>;
type Props = { data: Data; search: LedgerSearch };

/** The ledger: all releases, newest first, with their changes. */
export const ledger: Page<LedgerSearch, Data> = {
  path: "/releases",
  parse: parseLedger,
  load,
  head: (_, { say }) => ({ title: say("nav.releases"), description: say("releases.body") }),
  Component: LedgerPage,
};

async function load(read: ReadAnswer, { view, search }: Request<LedgerSearch>) {
  const { index, indicators } = await readAll(read, {
    index: api.releaseContents(view),
    indicators: api.indicators(view),
  });
  const found = narrowed(index.items, search);
  const page = pageOf(found.length, search.page ?? 1, PAGE);
  const ids = found.slice(page.first - 1, page.last).map(({ id }) => id);
  const shown = ids.length > 0 ? (await read(api.releases(view, ids))).items : [];
  return { index, indicators, found: found.length, page, shown };
}

function LedgerPage({ data, search }: Props) {
  const { say } = useText();
  return (
    <>
      <header className="pt-10">
        <h1 className="text-2xl sm:text-3xl">{say("releases.title")}</h1>
        <p className="measure mt-3 text-soft">{say("releases.body")}</p>
        <p className="mt-4 flex flex-wrap gap-x-5 gap-y-3">
          <PageLink to="/releases/compare" className="button">
            {say("releases.compareTwo")}
          </PageLink>{" "}
          <PageLink to="/corrections" className="button">
            {say("correction.list")}
          </PageLink>{" "}
          <FeedLink />
        </p>
      </header>
      {data.index.release ? <Ledger data={data} search={search} /> : <EmptyRelease />}
    </>
  );
}

function Ledger({ data, search }: Props) {
  const { say } = useText();
  const [items, indicators] = [data.index.items, data.indicators.items];
  const { found, page, shown } = data;
  const count =
    page.count > 1
      ? say("releases.shownPage", { n: shown.length, all: found, page: page.page, pages: page.count })
      : say("releases.shown", { n: shown.length, all: items.length });
  return (
    <>
      <Narrow
        indicators={indicators.filter(({ code }) => items.some((entry) => entry.indicators.includes(code)))}
        years={[...new Set(items.map((entry) => yearOf(entry.publishedAt)))]}
        search={search}
      />
      <p role="status" className="mt-4 text-sm text-soft">
        {count}{" "}
        {found < items.length ? (
          <SamePageLink change={{ indicator: undefined, year: undefined, page: undefined }}>
            {say("releases.showAll")}
          </SamePageLink>
        ) : null}
      </p>
      {shown.length === 0 ? <p className="mt-8 border-s-4 border-line-strong ps-4">{say("releases.none")}</p> : null}
      {byYear(shown).map(([year, entries]) => (
        <Section key={year} id={`year-${year}`} title={year} className="mt-10" look="mb-2 text-xl">
          <LedgerTable caption={say("releases.ofYear", { year })} entries={entries} indicators={indicators} />
        </Section>
      ))}
      {page.count > 1 ? (
        <Pager page={page} label={say("releases.pages")} toTop>
          {count}
        </Pager>
      ) : null}
    </>
  );
}

type NarrowProps = { indicators: { code: string; name: string }[]; years: number[]; search: LedgerSearch };

/** Filter form: indicator and year. Filtering resets the page number. */
function Narrow({ indicators, years, search }: NarrowProps) {
  const { say } = useText();
  return (
    <GetForm
      own={["indicator", "year", "page"]}
      className="no-print mt-8 grid max-w-3xl grid-cols-[1fr_auto] items-end gap-3 sm:grid-cols-[1fr_10rem_auto]"
    >
      <SelectField
        id="indicator"
        label={say("releases.indicator")}
        box="col-span-full sm:col-auto"
        defaultValue={search.indicator ?? ""}
        none={say("releases.anyIndicator")}
        choices={indicators.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <SelectField
        id="year"
        label={say("releases.year")}
        defaultValue={search.year ?? ""}
        none={say("releases.anyYear")}
        choices={years.map(sameWord)}
      />
      <button type="submit" className="button">
        {say("releases.narrow")}
      </button>
    </GetForm>
  );
}
