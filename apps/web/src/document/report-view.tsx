import type { Report, ReportBlock, ReportCell, ReportPart } from "@moc2030/shared/schema/report";
import { OPEN_PLACE } from "@moc2030/shared/text/open-place";
import type { ReactNode } from "react";
import { ScrollBox } from "../ui/scroll-box.tsx";

/** A text whose open places are marked. */
function Marked({ text }: { text: string }) {
  const parts: ReactNode[] = [];
  let end = 0;
  for (const found of text.matchAll(OPEN_PLACE)) {
    parts.push(text.slice(end, found.index), <mark key={found.index}>{found[0]}</mark>);
    end = found.index + found[0].length;
  }
  return [...parts, text.slice(end)];
}

const textOf = (cell: ReportCell) => (typeof cell === "string" ? cell : cell.text);

/** The address of the picture of an indicator's chart. */
type ChartAddress = (indicator: string) => string;

function Block({ block, chart }: { block: ReportBlock; chart: ChartAddress | undefined }) {
  if (block.kind === "heading") return <h3 className="mt-6 text-base">{block.text}</h3>;
  if (block.kind === "paragraph")
    return (
      <p className="measure mt-2">
        <Marked text={block.text} />
      </p>
    );
  if (block.kind === "list")
    return (
      <ul className="measure mt-2 list-disc space-y-1 ps-5">
        {block.items.map((item) => (
          <li key={item}>
            <Marked text={item} />
          </li>
        ))}
      </ul>
    );
  if (block.kind === "chart")
    return chart ? (
      <img
        src={chart(block.indicator)}
        alt={block.description}
        width={640}
        height={480}
        loading="lazy"
        className="mt-3 h-auto max-w-full"
      />
    ) : null;
  return (
    <ScrollBox label={block.caption}>
      <table className="table mt-4">
        <caption className="mb-1 text-start text-sm font-semibold">{block.caption}</caption>
        <thead>
          <tr>
            {block.columns.map(({ label }) => (
              <th key={label} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {block.rows.map((cells, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a written report stay where they are
            <tr key={row}>
              {cells.map((cell, at) => {
                const label = block.columns[at]?.label;
                const look = typeof cell === "string" ? "" : "num";
                return at === 0 ? (
                  <th key={label} scope="row" className={look}>
                    <Marked text={textOf(cell)} />
                  </th>
                ) : (
                  <td key={label} className={look}>
                    <Marked text={textOf(cell)} />
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

type PartProps = { part: ReportPart; name: string; chart: ChartAddress | undefined };

function Part({ part, name, chart }: PartProps) {
  return (
    <section aria-label={name} className="mt-10">
      <h2 className="text-xl">{name}</h2>
      {part.blocks.map((block, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts of a written report stay where they are
        <Block key={at} block={block} chart={chart} />
      ))}
    </section>
  );
}

type Props = { report: Report; appendixWord: string; chart?: ChartAddress };

/** A report as it is written: opening, parts, appendices; open places marked. */
export function ReportView({ report, appendixWord, chart }: Props) {
  return (
    <>
      {report.opening.map((text) => (
        <p key={text} className="measure mt-3">
          <Marked text={text} />
        </p>
      ))}
      {report.parts.map((part) => (
        <Part key={part.number} part={part} name={`${part.number}. ${part.title}`} chart={chart} />
      ))}
      {report.appendices.map((part) => (
        <Part key={part.number} part={part} name={`${appendixWord} ${part.number}. ${part.title}`} chart={chart} />
      ))}
    </>
  );
}
