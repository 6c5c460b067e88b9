import { withoutHidden } from "@moc2030/shared/text/clean";
import { PageLink } from "../../address/page-link.tsx";
import * as api from "../../client/api.ts";
import { EmptyRelease } from "../../document/empty-release.tsx";
import type { Page, ReadAnswer, Request, Search } from "../../document/page.ts";
import { readAll } from "../../document/read-all.ts";
import { LONGEST_QUERY, SearchForm } from "../../document/search-form.tsx";
import { useText } from "../../text/text.tsx";
import { Section } from "../../ui/section.tsx";
import { type Group, type OtherNames, type Result, search } from "./results.ts";

type Own = { q?: string | undefined };
type Data = Awaited<ReturnType<typeof load>>;

/** Everything by name: indicators, targets, documents, bodies of the state and economies, as known on the day shown. */
export const searchPage: Page<Own, Data> = {
  path: "/search",
  parse: parseQuery,
  load,
  head: ({ q }, { say }) => ({
    title: q ? say("search.titleOf", { q }) : say("search.title"),
    description: say("search.label"),
  }),
  Component: SearchPage,
};

/** A query of blanks is none; one that is too long is left out, and the page says so. Spaces come to one, hidden characters to nothing. */
function parseQuery({ q = "" }: Search): Own {
  const query = withoutHidden(q.replaceAll(/\s/g, " ")).replaceAll(/ +/g, " ").normalize("NFC").trim();
  return query.length > LONGEST_QUERY ? {} : { q: query || undefined };
}

async function load(read: ReadAnswer, { search: { q }, view }: Request<Own>) {
  if (!q) return { q, lists: null };
  const reads = { indicators: api.indicators, documents: api.documents, bodies: api.bodies };
  const inLang = (lang: "vi" | "en") =>
    readAll(read, {
      indicators: reads.indicators({ ...view, lang }),
      documents: reads.documents({ ...view, lang }),
      bodies: reads.bodies({ ...view, lang }),
    });
  const [own, others, { targets, areas }] = await Promise.all([
    inLang(view.lang),
    inLang(view.lang === "vi" ? "en" : "vi"),
    readAll(read, { targets: api.targets(view), areas: api.areas(view) }),
  ]);
  const names: { [list in Parameters<OtherNames>[0]]: Map<string, string[]> } = {
    indicators: new Map(others.indicators.items.map(({ code, name, shortName }) => [code, [name, shortName]])),
    documents: new Map(others.documents.items.map(({ id, title, issuer }) => [id, [title, issuer]])),
    bodies: new Map(others.bodies.items.map(({ id, name }) => [id, [name]])),
  };
  return {
    q,
    lists: {
      ...{ indicators: own.indicators.items, documents: own.documents.items, bodies: own.bodies.items },
      ...{ targets: targets.items, areas: areas.items },
    },
    release: own.indicators.release,
    other: (list: keyof typeof names, code: string) => names[list].get(code) ?? [],
  };
}

function SearchPage({ data: { q, lists, release, other } }: { data: Data }) {
  const text = useText();
  const { say } = text;
  if (lists && !release) return <EmptyRelease />;
  const groups = lists ? search(q, lists, other, text) : [];
  const n = groups.reduce((sum, group) => sum + group.n, 0);
  return (
    <>
      <header className="pt-10">
        <h1 className="text-2xl wrap-anywhere sm:text-3xl">{q ? say("search.titleOf", { q }) : say("search.title")}</h1>
      </header>
      <div className="mt-5">
        <SearchForm id="q" query={q} />
      </div>
      {q ? <p className="mt-6">{n > 0 ? say("search.found", { n }) : say("search.none")}</p> : null}
      {groups.map((group) => (
        <FoundGroup key={group.id} group={group} />
      ))}
    </>
  );
}

function FoundGroup({ group: { id, n, results } }: { group: Group }) {
  const { say } = useText();
  const title = (
    <>
      {say(`search.${id}`)} <span className="font-normal text-soft">({n})</span>
    </>
  );
  return (
    <Section id={id} title={title} look="text-xl" className="measure mt-8">
      <ul className="mt-3 border-t border-line-strong">
        {results.map((result) => (
          <Found key={result.key} result={result} />
        ))}
      </ul>
      {n > results.length ? (
        <p className="mt-2 text-sm text-soft">{say("search.more", { n: n - results.length })}</p>
      ) : null}
    </Section>
  );
}

const Found = ({ result: { title, line, to, search: query, hash } }: { result: Result }) => (
  <li className="border-b border-line py-3">
    <PageLink to={to} search={query ?? {}} {...(hash ? { hash } : {})} className="font-semibold">
      {title}
    </PageLink>
    <p className="mt-0.5 text-sm text-soft">{line}</p>
  </li>
);
