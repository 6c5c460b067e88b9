import { useQueryClient } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Suspense, useCallback, useMemo } from "react";
import { shortCompiler } from "../compiler-name.ts";
import { Provenance } from "../document/provenance.tsx";
import { number } from "../format.ts";
import { pageOf } from "../paging.ts";
import { type DataSearch, ownSearch } from "../search.ts";
import { usePageText } from "../text/page-text.tsx";
import { today } from "../today.ts";
import { Below } from "../ui/below.tsx";
import { EmptyRelease } from "../ui/empty-release.tsx";
import { useTitle } from "../ui/error-page.tsx";
import { Pager } from "../ui/pager.tsx";
import { areThere, useAnswers, useComplete } from "../use-answers.ts";
import { useView } from "../view.tsx";
import { DataSkeleton } from "./data-skeleton.tsx";
import { Downloads } from "./downloads.tsx";
import { FiguresTable } from "./figures-table.tsx";
import { Filters } from "./filters.tsx";
import { dataReads, filterOf } from "./reads.ts";
import { type Row, sortedRows, sortOf } from "./rows.ts";
import { TakeAlong } from "./take-along.tsx";

const PAGE = 25;

/** The figures themselves: chosen, seen, counted, taken. */
export const DataPage = () => (
  <Suspense fallback={<DataSkeleton />}>
    <Data />
  </Suspense>
);

function Data() {
  const { say, lang } = usePageText();
  const view = useView();
  const navigate = useNavigate({ from: "/data" });
  const address = useSearch({ from: "/pages/data", select: (all) => ownSearch(all), structuralSharing: true });
  const queries = useQueryClient();
  const search = useComplete(address, (wanted) => areThere(queries, dataReads(view, wanted)));
  const { indicators: catalogue, areas, compilers, figures } = useAnswers(dataReads(view, search));
  useTitle(say("nav.data"), say("data.body"));
  const change = useCallback(
    (next: Partial<DataSearch>) =>
      navigate({ search: (now) => ({ ...now, page: undefined, ...next }), resetScroll: false }),
    [navigate],
  );
  const onSort = useCallback((sort: string | undefined) => change({ sort }), [change]);
  const sort = useMemo(() => sortOf(search.sort), [search.sort]);
  const rows = useMemo((): Row[] => {
    const indicatorOf = new Map(catalogue.items.map((item) => [item.code, item]));
    const areaOf = new Map(areas.items.map((area) => [area.code, area.name]));
    const compilerOf = new Map(compilers.items.map((compiler) => [compiler.code, compiler.name]));
    return figures.items.map((figure) => ({
      figure,
      indicator: indicatorOf.get(figure.indicator),
      area: areaOf.get(figure.refArea) ?? figure.refArea,
      compiler: compilerOf.get(figure.compiler) ?? figure.compiler,
    }));
  }, [catalogue, areas, compilers, figures]);
  const ordered = useMemo(() => sortedRows(rows, sort, lang), [rows, sort, lang]);
  const page = useMemo(() => pageOf(ordered, search.page ?? 1, PAGE), [ordered, search.page]);
  const { release } = figures;
  if (!release) return <EmptyRelease />;

  const isFull = address.full === "true";
  const { history, include, labels } = search;
  const options = {
    ...(history ? { history } : {}),
    ...(include ? { include } : {}),
    ...(labels ? { labels } : {}),
  };
  const query = {
    filter: isFull ? options : { ...filterOf(search), ...options },
    lang,
    asOf: view.asOf,
    release: release.id,
  };
  const covered = catalogue.items.flatMap(({ coverage }) => coverage);
  const whole = covered.reduce((sum, one) => sum + (history ? one.revisions : one.figures), 0);
  const caption = say("data.caption");
  const makers = isFull ? covered.map((one) => one.compiler) : rows.map((row) => row.figure.compiler);
  const nameOf = (code: string) => shortCompiler(compilers.items.find((one) => one.code === code)?.name ?? code);
  return (
    <div aria-busy={address !== search}>
      <header className="pt-8 sm:pt-10">
        <h1 className="text-2xl sm:text-3xl">{say("data.title")}</h1>
        <p className="measure mt-3 text-soft">{say("data.body")}</p>
      </header>
      <Filters
        search={address}
        indicators={catalogue.items}
        areas={areas.items}
        compilers={compilers.items}
        onChange={change}
      />
      <section aria-labelledby="figures" className="mt-8">
        <h2 id="figures" className="text-xl" aria-live="polite">
          {say("data.count", { n: say("data.rows", { n: number(rows.length, lang), count: rows.length }) })}
        </h2>
        <Downloads
          query={query}
          count={rows.length}
          whole={whole}
          isFull={isFull}
          onFull={(full) => change({ full: full ? "true" : undefined, page: address.page })}
        />
        {rows.length === 0 ? (
          <div className="panel mt-4 grid min-h-48 place-content-center justify-items-center p-6 text-center text-soft">
            <p className="text-lg text-ink">{say("value.none")}</p>
            <p className="mt-1 text-sm">{say("data.none")}</p>
            <button
              type="button"
              className="button mt-4"
              onClick={() =>
                change({ indicator: undefined, area: undefined, compiler: undefined, from: undefined, to: undefined })
              }
            >
              {say("data.reset")}
            </button>
          </div>
        ) : (
          <div className="panel mt-4 p-3 sm:p-5">
            <FiguresTable
              rows={page.rows}
              sort={sort}
              caption={caption}
              withTarget={include !== undefined}
              onSort={onSort}
            />
            <Pager page={page} label={say("data.pages")}>
              {say("data.shown", {
                first: number(page.first, lang),
                last: number(page.last, lang),
                total: number(rows.length, lang),
              })}
            </Pager>
          </div>
        )}
      </section>
      {makers.length > 0 ? (
        <Below>
          <TakeAlong query={query} release={release} compilers={[...new Set(makers)].map(nameOf)} />
        </Below>
      ) : null}
      <Provenance release={release} referenceDate={view.asOf ?? today()} methodVersion={undefined} />
    </div>
  );
}
