import { keyText } from "@moc2030/shared/figure/figure";
import { shortCompiler } from "@moc2030/shared/text/compiler-name";
import { useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { PageLink } from "../../address/page-link.tsx";
import type { StartSearch } from "../../address/search.ts";
import { useView } from "../../address/view.tsx";
import * as api from "../../client/api.ts";
import { useStaffText } from "../../text/staff-text.tsx";
import { Section } from "../../ui/section.tsx";
import { PageSkeleton } from "../../ui/skeleton.tsx";
import { day } from "../../words/format.ts";
import { Page } from "../page.tsx";
import { address, freshRead, paths } from "../session/client.ts";
import { dueOf } from "./due-cells.ts";
import { gridRead, publicationsRead, wantedRead } from "./reads.ts";
import { StartForm } from "./start-form.tsx";
import { type Letter, useLetter } from "./use-letter.ts";

/** Starts a draft of all that is due of a publication, or of a body whose letter has come. */
export function PublicationPage() {
  const search = useSearch({ strict: false }) as StartSearch;
  const letter = useLetter(search);
  if (letter === undefined) return <PageSkeleton />;
  const { of: publication, body } = search;
  if (publication !== undefined) return <Start key={publication} of={{ publication }} letter={null} />;
  if (letter === null) return <Choice />;
  const { enquiry } = letter;
  const of = enquiry ? { body: enquiry.body, by: enquiry.dueOn } : { body: body ?? "" };
  return <Start key={JSON.stringify([of, search.enquiry])} of={of} letter={letter} />;
}

type Of = { publication: string } | { body: string; by?: string };

function Start({ of, letter }: { of: Of; letter: Letter | null }) {
  const view = useView();
  const { say } = useStaffText();
  const wanted = useQuery({ ...wantedRead(view.lang, of), ...freshRead });
  const sources = useQuery(api.sources(view));
  if (!wanted.data || !sources.data) return <PageSkeleton />;
  const { title } = wanted.data;
  const asked = letter?.enquiry && new Set(letter.enquiry.figures.map(keyText));
  const rows = asked ? wanted.data.rows.filter((row) => asked.has(keyText(row))) : wanted.data.rows;
  return (
    <Page
      title={letter ? say("start.letterOf", { name: title }) : title}
      back={{ to: "/entry/publication", text: say("start.title") }}
      action={letter?.enquiry ? null : <Workbook of={of} />}
    >
      <StartForm title={title} rows={rows} sources={sources.data.items} letter={letter} />
    </Page>
  );
}

function Workbook({ of }: { of: Of }) {
  const { say, lang } = useStaffText();
  return (
    <a href={address(paths.entry["wanted.xlsx"].$path({ query: { ...of, lang } }))} download>
      {say("start.workbook")}
    </a>
  );
}

/** The editions that are due, and the bodies of which figures are due. */
function Choice() {
  const { say, lang } = useStaffText();
  const publications = useQuery({ ...publicationsRead(lang), ...freshRead });
  const grid = useQuery({ ...gridRead(lang), throwOnError: true });
  if (!publications.data || !grid.data) return <PageSkeleton />;
  const { items } = publications.data;
  const bodies = new Map<string, { name: string; n: number }>();
  for (const row of grid.data.items.filter((one) => dueOf(one).length > 0))
    for (const { id, name } of row.bodies) bodies.set(id, { name, n: (bodies.get(id)?.n ?? 0) + dueOf(row).length });
  return (
    <Page title={say("start.title")} back={{ to: "/entry", text: say("entry.title") }} body={say("start.body")}>
      <Section title={say("start.publications", { n: items.length })} className="mt-8 max-w-4xl">
        {items.length === 0 ? <p className="mt-2 text-soft">{say("start.none")}</p> : null}
        <ul className="mt-3 divide-y divide-line border-y border-line">
          {items.map((one) => (
            <li key={one.id} className="flex flex-wrap items-baseline gap-x-4 gap-y-1 py-3">
              <PageLink
                to="/entry/publication"
                search={{ of: one.id }}
                className="min-w-0 flex-1 basis-60 font-semibold"
              >
                {one.title}
              </PageLink>
              <span data-class={one.isOverdue ? "danger" : "warning"} className="text-sm text-(--status)">
                {say(one.isOverdue ? "cell.overdue" : "cell.due")}
                {one.dueBy ? `, ${say("start.dueBy", { day: day(one.dueBy, lang) })}` : ""}
              </span>
              <span className="text-sm text-soft">{say("start.rows", { n: one.rows })}</span>
              {one.link ? (
                <a href={one.link} rel="noreferrer" className="text-sm">
                  {say("grid.link")}
                </a>
              ) : null}
              <span className="text-sm">
                <Workbook of={{ publication: one.id }} />
              </span>
              <span className="w-full text-sm text-soft">
                {/* Without an edition the title begins with its publisher. */}
                {[one.edition && shortCompiler(one.publisher), ...one.indicators.map(({ name }) => name)]
                  .filter(Boolean)
                  .join(" · ")}
              </span>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={say("start.letters")} className="mt-10 max-w-4xl">
        {bodies.size === 0 ? <p className="mt-2 text-soft">{say("start.noLetters")}</p> : null}
        <ul className="mt-3 divide-y divide-line border-y border-line">
          {[...bodies].map(([id, { name, n }]) => (
            <li key={id} className="flex flex-wrap items-baseline gap-x-4 gap-y-1 py-3">
              <PageLink to="/entry/publication" search={{ body: id }} className="min-w-0 flex-1 basis-60 font-semibold">
                {name}
              </PageLink>
              <span className="text-sm text-soft">{say("start.rows", { n })}</span>
              <span className="text-sm">
                <Workbook of={{ body: id }} />
              </span>
            </li>
          ))}
        </ul>
      </Section>
    </Page>
  );
}
