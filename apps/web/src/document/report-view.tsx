import type { Report, ReportBlock, ReportFrame, ReportPart } from "@moc2030/shared/schema/report";
import { OPEN_PLACE } from "@moc2030/shared/text/open-place";
import type { ReactNode } from "react";
import { ScrollBox } from "../ui/scroll-box.tsx";
import { cellAt, cellText, markId } from "./open-marks.ts";

/** A text whose open places are marked; `at` is what the text is called. */
function Marked({ text, at }: { text: string; at: string }) {
  const parts: ReactNode[] = [];
  let end = 0;
  for (const [n, found] of [...text.matchAll(OPEN_PLACE)].entries()) {
    const id = markId(at, n);
    parts.push(
      text.slice(end, found.index),
      <mark key={id} id={id} tabIndex={-1}>
        {found[0]}
      </mark>,
    );
    end = found.index + found[0].length;
  }
  return [...parts, text.slice(end)];
}

/** The address of the picture of an indicator's chart. */
type ChartAddress = (indicator: string) => string;
type BlockProps = { block: ReportBlock; at: string; chart: ChartAddress | undefined };

function Block({ block, at, chart }: BlockProps) {
  if (block.kind === "heading") return <h3 className="mt-6 text-base">{block.text}</h3>;
  if (block.kind === "paragraph")
    return (
      <p className="measure mt-2">
        <Marked text={block.text} at={at} />
      </p>
    );
  if (block.kind === "list")
    return (
      <ul className="measure mt-2 list-disc space-y-1 ps-5">
        {block.items.map((item, n) => (
          <li key={item}>
            <Marked text={item} at={`${at}-${n}`} />
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
  return <TableBlock block={block} at={at} />;
}

function TableBlock({ block, at }: { block: Extract<ReportBlock, { kind: "table" }>; at: string }) {
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
              {cells.map((cell, column) => {
                const label = block.columns[column]?.label;
                const look = typeof cell === "string" ? "" : "num";
                const [text, place] = [cellText(cell), cellAt(at, row, column)];
                return column === 0 ? (
                  <th key={label} scope="row" className={look}>
                    <Marked text={text} at={place} />
                  </th>
                ) : (
                  <td key={label} className={look}>
                    <Marked text={text} at={place} />
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

type PartProps = {
  part: ReportPart;
  name: string;
  at: string;
  under?: string | undefined;
  chart: ChartAddress | undefined;
};

function Part({ part, name, at, under, chart }: PartProps) {
  return (
    <section aria-label={name} className="mt-10">
      <h2 className="text-xl">{name}</h2>
      {under === undefined ? null : (
        <p className="mt-1 italic">
          <Marked text={under} at={`${at}-under`} />
        </p>
      )}
      {part.blocks.map((block, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts of a written report stay where they are
        <Block key={n} block={block} at={`${at}-${n}`} chart={chart} />
      ))}
    </section>
  );
}

const Lines = ({ texts, at, look }: { texts: readonly string[]; at: string; look: string }) => (
  <div className={look}>
    {texts.map((text, n) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: lines of a written report stay where they are
      <p key={n}>
        <Marked text={text} at={`${at}-${n}`} />
      </p>
    ))}
  </div>
);

/** The head of an official document: its sender, the State's name and motto, and whom it is for. */
function Head({ frame, title }: { frame: ReportFrame; title: string }) {
  return (
    <div className="mb-6 text-center">
      <div className="grid gap-4 sm:grid-cols-2">
        <Lines texts={frame.sender} at="sender" look="whitespace-pre-wrap" />
        <Lines texts={frame.state} at="state" look="" />
      </div>
      <p className="mt-5 font-semibold">{title}</p>
      <p className="mt-2">
        <Marked text={frame.to} at="to" />
      </p>
    </div>
  );
}

type Props = { report: Report; appendixWord: string; chart?: ChartAddress };

/** A report as it is written: head, opening, parts, foot, appendices; open places marked. */
export function ReportView({ report, appendixWord, chart }: Props) {
  const { frame, opening, parts, appendices, title } = report;
  return (
    <>
      {frame ? <Head frame={frame} title={title} /> : null}
      {opening.map((text, n) => (
        <p key={text} className="measure mt-3">
          <Marked text={text} at={`opening-${n}`} />
        </p>
      ))}
      {parts.map((part) => (
        <Part
          key={part.number}
          part={part}
          name={`${part.number}. ${part.title}`}
          at={`part-${part.number}`}
          chart={chart}
        />
      ))}
      {frame ? <Lines texts={frame.foot} at="foot" look="mt-8" /> : null}
      {appendices.map((part) => (
        <Part
          key={part.number}
          part={part}
          name={`${appendixWord} ${part.number}. ${part.title}`}
          at={`appendix-${part.number}`}
          under={frame?.underAppendix}
          chart={chart}
        />
      ))}
    </>
  );
}
