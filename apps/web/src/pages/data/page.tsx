import { SamePageLink } from "../../address/page-link.tsx";
import { keptPoint } from "../../address/read-point.ts";
import { useView } from "../../address/view.tsx";
import * as api from "../../client/api.ts";
import { EmptyRelease } from "../../document/empty-release.tsx";
import type { Page, ReadAnswer, Request } from "../../document/page.ts";
import { Provenance } from "../../document/provenance.tsx";
import { readAll } from "../../document/read-all.ts";
import { useText } from "../../text/text.tsx";
import { Pager } from "../../ui/pager.tsx";
import { pageOf } from "../../ui/paging.ts";
import { Section } from "../../ui/section.tsx";
import { number } from "../../words/format.ts";
import { CiteAndLoad } from "./cite-and-load.tsx";
import { Downloads } from "./downloads.tsx";
import { FiguresTable } from "./figures-table.tsx";
import { Filters } from "./filters.tsx";
import { type Row, sortField, sortOf } from "./rows.ts";
import { type DataSearch, fileFilterOf, filterOf, parseData } from "./search.ts";

/** Rows on one page of the table. */
const PAGE = 25;
const NO_FILTER = { indicator: undefined, area: undefined, compiler: undefined, from: undefined, to: undefined };

type Data = Awaited<ReturnType<typeof load>>;
type Props = { data: Data; search: DataSearch };

/** The figures as a filtered, sorted, paginated table with downloads. */
export const data: Page<DataSearch, Data> = {
  path: "/data",
  parse: parseData,
  load,
  head: (_, { say }) => ({ title: say("nav.data"), description: say("data.body") }),
  Component: DataPage,
};

/** Reads one page of rows, and the names of indicators, areas and compilers, which rows hold as codes. */
async function load(read: ReadAnswer, { view, search, today, origin }: Request<DataSearch>) {
  const sort = sortOf(search.sort);
  const figuresOf = (page: number) => {
    const rows = { limit: String(PAGE), offset: String((page - 1) * PAGE), ...(sort && { sort: sortField(sort) }) };
    return api.observations(view, { ...filterOf(search), ...rows });
  };
  const answers = await readAll(read, {
    indicators: api.indicators(view),
    areas: api.areas(view),
    compilers: api.compilers(view),
    figures: figuresOf(search.page ?? 1),
    citation: api.citation(view, fileFilterOf(search)),
  });
  const { total = 0, items } = answers.figures;
  const page = pageOf(total, search.page ?? 1, PAGE);
  // A page number past the end gives the last page.
  const figures = items.length === 0 && total > 0 ? await read(figuresOf(page.page)) : answers.figures;
  return { ...answers, figures, page, total, today, origin };
}

function rowsOf({ indicators, areas, compilers, figures }: Data): Row[] {
  const indicatorOf = new Map(indicators.items.map((item) => [item.code, item]));
  const areaOf = new Map(areas.items.map((area) => [area.code, area.name]));
  const compilerOf = new Map(compilers.items.map((compiler) => [compiler.code, compiler.name]));
  return figures.items.map((figure) => ({
    figure,
    indicator: indicatorOf.get(figure.indicator),
    area: areaOf.get(figure.refArea) ?? figure.refArea,
    compiler: compilerOf.get(figure.compiler) ?? figure.compiler,
  }));
}

function DataPage({ data, search }: Props) {
  const { say, lang } = useText();
  const view = useView();
  const { release } = data.figures;
  if (!release) return <EmptyRelease />;
  const [indicators, areas, compilers] = [data.indicators.items, data.areas.items, data.compilers.items];
  const { total } = data;
  const query = { filter: fileFilterOf(search), lang, ...keptPoint(view, release.id) };
  const covered = indicators.flatMap(({ coverage }) => coverage);
  const whole = covered.reduce((sum, one) => sum + (search.history ? one.revisions : one.figures), 0);
  return (
    <>
      <header className="pt-8 sm:pt-10">
        <h1 className="text-2xl sm:text-3xl">{say("data.title")}</h1>
        <p className="measure mt-3 text-soft">{say("data.body")}</p>
        <p className="mt-2 text-sm md:hidden">
          <a href="#figures">
            {say("data.toFiles", { n: say("data.rows", { n: number(total, lang), count: total }) })}
          </a>
        </p>
      </header>
      <Filters search={search} indicators={indicators} areas={areas} compilers={compilers} />
      <Section
        id="figures"
        title={say("data.count", { n: say("data.rows", { n: number(total, lang), count: total }) })}
        className="mt-8"
        look="text-xl"
      >
        <Downloads query={query} count={total} whole={whole} isFull={search.full !== undefined} />
        {total > 0 ? <Figures data={data} search={search} /> : <NoFigures />}
      </Section>
      {total > 0 || search.full ? (
        <CiteAndLoad query={query} origin={data.origin} release={release.id} citation={data.citation.trim()} />
      ) : null}
      <Provenance release={release} referenceDate={view.asOf ?? data.today} methodVersion={undefined} />
    </>
  );
}

function Figures({ data, search }: Props) {
  const { say, lang } = useText();
  const { page, total } = data;
  return (
    <div className="panel mt-4 p-3 sm:p-5">
      <FiguresTable
        rows={rowsOf(data)}
        sort={sortOf(search.sort)}
        caption={say("data.caption")}
        withTarget={search.include !== undefined}
      />
      <Pager page={page} label={say("data.pages")}>
        {say("data.shown", {
          first: number(page.first, lang),
          last: number(page.last, lang),
          total: number(total, lang),
        })}
      </Pager>
    </div>
  );
}

function NoFigures() {
  const { say } = useText();
  return (
    <div className="panel mt-4 grid min-h-48 place-content-center justify-items-center p-6 text-center text-soft">
      <p className="text-lg text-ink">{say("value.none")}</p>
      <p className="mt-1 text-sm">{say("data.none")}</p>
      <SamePageLink change={{ ...NO_FILTER, page: undefined }} className="button mt-4">
        {say("data.reset")}
      </SamePageLink>
    </div>
  );
}
