import { type FileQuery, fileAddress, programLines } from "../files.ts";
import { dayOfInstant, list } from "../format.ts";
import { useOrigin } from "../origin.ts";
import { usePageText } from "../text/page-text.tsx";
import { CopyButton } from "../ui/copy-button.tsx";
import { ScrollBox } from "../ui/scroll-box.tsx";

type Props = { query: FileQuery; release: { id: number; publishedAt: string }; compilers: string[] };

/** The same figures for a program, and how to cite them. */
export function TakeAlong({ query, release, compilers }: Props) {
  const { say, lang } = usePageText();
  const csv = useOrigin() + fileAddress("csv", query);
  const citation = say("data.citation", {
    year: release.publishedAt.slice(0, 4),
    compilers: list(compilers, lang),
    release: release.id,
    day: dayOfInstant(release.publishedAt, lang),
    link: csv,
  });
  return (
    <>
      <section aria-labelledby="cite" className="mt-12">
        <h2 id="cite" className="text-xl">
          {say("data.citeTitle")}
        </h2>
        <p className="measure mt-3 break-words" data-citation>
          {citation}
        </p>
        <p className="no-print mt-3">
          <CopyButton text={citation} label={say("data.copyCitation")} />
        </p>
      </section>
      <section aria-labelledby="programs" className="mt-12">
        <h2 id="programs" className="text-xl">
          {say("data.programsTitle")}
        </h2>
        <p className="measure mt-1 text-sm text-soft">{say("data.programsBody")}</p>
        <Lines title={say("data.apiLink")} lines={csv} id="link" copy={say("data.copyLink")} />
        {programLines(csv, `moc2030_r${release.id}`).map(({ program, lines }) => (
          <Lines
            key={program}
            title={say(`data.program.${program}`)}
            lines={lines}
            id={program}
            copy={say("data.copyLines")}
          />
        ))}
      </section>
    </>
  );
}

function Lines({ title, lines, id, copy }: { title: string; lines: string; id: string; copy: string }) {
  return (
    <div className="panel mt-4 p-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h3 className="text-base">{title}</h3>
        <span className="no-print">
          <CopyButton text={lines} label={copy} />
        </span>
      </div>
      <div className="mt-2">
        <ScrollBox label={title}>
          <pre className="py-1 text-sm print:whitespace-pre-wrap" data-lines={id}>
            <code>{lines}</code>
          </pre>
        </ScrollBox>
      </div>
    </div>
  );
}
