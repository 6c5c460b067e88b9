import { CiteLinks } from "../../document/cite-links.tsx";
import { type FileQuery, fileAddress, programLines } from "../../document/files.ts";
import { WithOrigin } from "../../document/with-origin.tsx";
import { useText } from "../../text/text.tsx";
import { CopyButton } from "../../ui/copy-button.tsx";
import { ScrollBox } from "../../ui/scroll-box.tsx";
import { Section } from "../../ui/section.tsx";

type Props = {
  query: FileQuery;
  origin: string | null;
  release: number;
  citation: string;
};

/** The citation of the figures, their API URL, and code snippets that load them. */
export function CiteAndLoad({ query, origin, release, citation }: Props) {
  const { say } = useText();
  const csv = (origin ?? "") + fileAddress("csv", query);
  const absolute = (text: string, address = csv) => (origin ? text : <WithOrigin text={text} address={address} />);
  const lines = [
    { id: "link", title: say("data.apiLink"), text: csv, copy: say("data.copyLink") },
    ...programLines(csv, `moc2030_r${release}`).map((one) => ({
      ...{ id: one.program, title: say(`data.program.${one.program}`) },
      ...{ text: one.lines, copy: say("data.copyLines") },
    })),
  ];
  return (
    <>
      <Section id="cite" title={say("data.citeTitle")} className="mt-12" look="text-xl">
        <p id="citation" className="measure mt-3">
          {absolute(citation, citation.split(" ").at(-1))}
        </p>
        <p className="no-print mt-3 flex flex-wrap items-center gap-x-5 gap-y-2">
          <CopyButton selectId="citation" label={say("data.copyCitation")} />{" "}
          <CiteLinks path="/observations" search={query.filter} release={release} />
        </p>
      </Section>
      <Section id="programs" title={say("data.programsTitle")} className="mt-12" look="text-xl">
        <p className="measure mt-1 text-sm text-soft">{say("data.programsBody")}</p>
        {lines.map(({ id, title, text, copy }) => (
          <div key={id} className="panel mt-4 p-4">
            <div className="flex flex-wrap items-center justify-between gap-3">
              <h3 className="text-base">{title}</h3>
              <span className="no-print">
                <CopyButton selectId={`lines-${id}`} label={copy} />
              </span>
            </div>
            <div className="mt-2">
              <ScrollBox label={title}>
                <pre className="py-1 text-sm print:whitespace-pre-wrap">
                  <code id={`lines-${id}`}>{absolute(text)}</code>
                </pre>
              </ScrollBox>
            </div>
          </div>
        ))}
      </Section>
    </>
  );
}
