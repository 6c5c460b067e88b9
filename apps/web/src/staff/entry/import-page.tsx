import { type Encoding, readBytes } from "@moc2030/shared/entry/table-bytes";
import { useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { useState } from "react";
import type { StartSearch } from "../../address/search.ts";
import { useStaffText } from "../../text/staff-text.tsx";
import { Button } from "../../ui/button.tsx";
import { FileField, TextArea } from "../../ui/fields.tsx";
import { Problem } from "../../ui/problem.tsx";
import { Section } from "../../ui/section.tsx";
import { PageSkeleton } from "../../ui/skeleton.tsx";
import { Page } from "../page.tsx";
import { paths, send } from "../session/client.ts";
import { useChange } from "../session/form.tsx";
import { problemText } from "../session/problem-text.ts";
import { ownSubmissionsRead, takesFigures } from "../submissions/reads.ts";
import { ImportFields } from "./import-fields.tsx";
import {
  emptyImport,
  type ImportValues,
  importOfLetter,
  importQueryOf,
  isGivenWhole,
  knowsColumns,
} from "./import-values.ts";
import { ImportWork } from "./import-work.tsx";
import { ReadFacts } from "./read-facts.tsx";
import { type DryRun, gridRead, type WorkbookRead, type WorkbookTable } from "./reads.ts";
import { SheetField } from "./sheet-field.tsx";
import { StartRows } from "./start-rows.tsx";
import { tableHead } from "./table-head.ts";
import { type Letter, useLetter } from "./use-letter.ts";
import { type Cells, rowsOf, typedRows } from "./work-rows.ts";
import { workbookRefusal } from "./workbook-words.ts";

/** Pasted text, or a file's text with its encoding or workbook, or the reason it cannot be read. */
type Table = {
  text: string;
  encoding?: Encoding;
  workbook?: { file: File; read: WorkbookRead };
  problem?: string;
};

/** Imports a table; where the address names a letter, that is the source of its rows. */
export function ImportPage() {
  const { lang } = useStaffText();
  const search = useSearch({ strict: false }) as StartSearch;
  const letter = useLetter(search);
  if (letter === undefined) return <PageSkeleton />;
  if (letter === null) return <TableImport initial={emptyImport(lang)} files={[]} />;
  const { enquiry, body, number, day } = search;
  const key = JSON.stringify([enquiry, body, number, day]);
  return <TableImport key={key} initial={importOfLetter(lang, letter)} files={letter.files} />;
}

/** A table, pasted, uploaded or typed: dry run first, then worked on row by row, then into a draft. */
function TableImport({ initial, files }: { initial: ImportValues; files: Letter["files"] }) {
  const text = useStaffText();
  const { say, lang } = text;
  const grid = useQuery({ ...gridRead(lang), throwOnError: true });
  const drafts = useQuery({ ...ownSubmissionsRead(), throwOnError: true });
  const [table, setTable] = useState<Table>({ text: "" });
  const [chosen, setChosen] = useState(initial);
  const [run, setRun] = useState<DryRun | null>(null);
  const [typed, setTyped] = useState<Cells[] | null>(null);
  const [tries, setTries] = useState(0);
  const work = useChange((act: () => Promise<void>) => act(), { stale: null });
  if (!grid.data || !drafts.data) return <PageSkeleton />;

  const head = tableHead(table.text, chosen.delimiter || undefined);
  const values = { ...chosen, indicator: chosen.indicator || (grid.data.items[0]?.indicator ?? "") };
  const isReady = table.text.trim() !== "" && knowsColumns(values) && isGivenWhole(values);
  const tryIt = async () => {
    const query = importQueryOf(values, lang) as never;
    const raw = { body: table.text, type: "text/csv" };
    setRun(await send<DryRun>(paths.submissions["dry-run"].$path({ query }), { method: "POST", raw }));
    setTyped(null);
    setTries(tries + 1);
  };
  const change = (part: Partial<ImportValues>) => {
    const isSplitAnew = part.delimiter !== undefined && part.delimiter !== values.delimiter;
    const columns = isSplitAnew && { columns: tableHead(table.text, part.delimiter || undefined).guess };
    setChosen({ ...values, ...part, ...columns });
    // How the table is read begins anew; what is said for all rows is checked with them.
    if (part.shape || part.delimiter !== undefined || part.columns) setRun(null);
  };
  const takeTable = (next: Table) => {
    const { cells, isOurs, guess } = tableHead(next.text, chosen.delimiter || undefined);
    setTable(next);
    // A manual mapping is kept until the columns change.
    const isOther = cells.join("\t") !== head.cells.join("\t");
    change(isOther ? { shape: isOurs ? "header" : "columns", status: isOurs ? "" : "A", columns: guess } : {});
    setRun(null);
  };
  const takeFile = async (file: File) => {
    if (file.size === 0) return takeTable({ text: "", problem: say("import.emptyFile", { name: file.name }) });
    const read = readBytes(new Uint8Array(await file.arrayBuffer()));
    if (read.ok) return takeTable({ text: read.text, encoding: read.encoding });
    if (read.code === "xlsx") return takeWorkbook(file);
    const { code, line } = read;
    const problem = code === "not_text" ? say("import.not_text", { line }) : say(`workbook.${code}`);
    takeTable({ text: "", problem });
  };
  /** Read by the server: unpacking and parsing need bounds that a page does not have. */
  const takeWorkbook = async (file: File, sheet?: string) => {
    const query = { numbers: lang, ...(sheet !== undefined && { sheet }) };
    const raw = { body: file, type: "application/octet-stream" };
    takeTable({ text: "", problem: say("import.reading") });
    try {
      const read = await send<WorkbookTable>(paths.submissions.table.$path({ query }), { method: "POST", raw });
      takeTable({ text: read.text, ...(read.workbook && { workbook: { file, read: read.workbook } }) });
    } catch (error) {
      takeTable({ text: "", problem: workbookRefusal(error, text) ?? problemText(error, text) });
    }
  };
  const missesReason = run?.ok && run.rows.some((row) => row.errors.some(({ code }) => code === "missing_reason"));
  return (
    <Page title={say("grid.import")} back={{ to: "/entry", text: say("entry.title") }} body={say("import.body")}>
      <form noValidate onSubmit={(event) => event.preventDefault()} className="mt-6 max-w-4xl space-y-6">
        <div>
          <TextArea
            id="table"
            label={say("import.table")}
            hint={say("import.tableHint")}
            rows={8}
            spellCheck={false}
            value={table.text}
            onChange={(text) => takeTable({ text })}
            className="num font-mono"
          />
          <FileField
            id="import-file"
            label={say("import.file")}
            accept=".xlsx,.csv,.tsv,.txt,text/csv"
            onFile={(file) => void takeFile(file)}
            box="mt-4"
          />
          {table.workbook && table.workbook.read.sheets.length > 1 ? (
            <SheetField {...table.workbook} onChoose={takeWorkbook} />
          ) : null}
        </div>
        <ImportFields
          values={values}
          change={change}
          cells={head.cells}
          indicators={grid.data.items}
          files={files}
          wantsReason={missesReason ?? false}
        />
        {table.text.trim() && !knowsColumns(values) ? <p className="text-sm">{say("import.needsColumns")}</p> : null}
        {isGivenWhole(values) ? null : <p className="text-sm">{say("finding.source_incomplete")}</p>}
        <Problem>{table.problem ?? work.problem}</Problem>
        <Button isMain aria-disabled={work.isPending || !isReady} onClick={() => isReady && work.run(tryIt)}>
          {say("import.try")}
        </Button>
      </form>
      {run || typed ? null : (
        <StartRows
          indicator={values.indicator}
          onStart={(cells) => {
            setTyped(cells);
            setTries(tries + 1);
          }}
        />
      )}
      {run || typed ? (
        <Section title={say("import.result")} look="text-xl" className="mt-10">
          {run ? <ReadFacts run={run} encoding={table.encoding} workbook={table.workbook?.read} /> : null}
          {typed || run?.ok ? (
            <ImportWork
              key={tries}
              initial={run?.ok ? rowsOf(run) : typedRows(typed ?? [])}
              given={run?.ok ? run.read.columns : []}
              unchanged={run?.ok ? run.counts.unchanged : 0}
              values={values}
              change={change}
              drafts={drafts.data.items.filter(takesFigures)}
            />
          ) : null}
        </Section>
      ) : null}
    </Page>
  );
}
