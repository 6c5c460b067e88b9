import { type Encoding, readBytes } from "@moc2030/shared/entry/table-bytes";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useStaffText } from "../../text/staff-text.tsx";
import { Button } from "../../ui/button.tsx";
import { TextArea } from "../../ui/fields.tsx";
import { Problem } from "../../ui/problem.tsx";
import { Section } from "../../ui/section.tsx";
import { PageSkeleton } from "../../ui/skeleton.tsx";
import { Page } from "../page.tsx";
import { paths, send } from "../session/client.ts";
import { useChange } from "../session/form.tsx";
import { problemText } from "../session/problem-text.ts";
import {
  ownSubmissionsRead,
  type Submission,
  submissionPath,
  submissionRead,
  takesFigures,
} from "../submissions/reads.ts";
import { DraftField } from "./draft-field.tsx";
import { DryRunTable } from "./dry-run-table.tsx";
import { ImportFields } from "./import-fields.tsx";
import { emptyImport, type ImportValues, importQueryOf, knowsColumns } from "./import-values.ts";
import { type DryRun, gridRead, type WorkbookRead, type WorkbookTable } from "./reads.ts";
import { SheetField } from "./sheet-field.tsx";
import { tableHead } from "./table-head.ts";
import { workbookRefusal } from "./workbook-words.ts";

/** Pasted text, or a file's text with its encoding or workbook, or the reason it cannot be read. */
type Table = {
  text: string;
  encoding?: Encoding;
  workbook?: { file: File; read: WorkbookRead };
  problem?: string;
};

/** Imports a table, pasted or uploaded: dry run first, then into a draft. */
export function ImportPage() {
  const text = useStaffText();
  const { say, lang } = text;
  const navigate = useNavigate();
  const queries = useQueryClient();
  const grid = useQuery({ ...gridRead(lang), throwOnError: true });
  const drafts = useQuery({ ...ownSubmissionsRead(), throwOnError: true });
  const [table, setTable] = useState<Table>({ text: "" });
  const [chosen, setChosen] = useState(emptyImport);
  const [into, setInto] = useState("new");
  const [run, setRun] = useState<DryRun | null>(null);
  const work = useChange((act: () => Promise<void>) => act(), { stale: null });
  if (!grid.data || !drafts.data) return <PageSkeleton />;

  const head = tableHead(table.text, chosen.delimiter || undefined);
  const values = { ...chosen, indicator: chosen.indicator || (grid.data.items[0]?.indicator ?? "") };
  const isReady = table.text.trim() !== "" && knowsColumns(values);
  const query = importQueryOf(values, lang) as never;
  const raw = { body: table.text, type: "text/csv" };
  const tryIt = async () =>
    setRun(await send<DryRun>(paths.submissions["dry-run"].$path({ query }), { method: "POST", raw }));
  const newDraft = (n: number) =>
    send<Submission>(submissionPath.all(), { method: "POST", json: { title: say("import.title", { n }), items: [] } });
  const take = async (n: number) => {
    const draft =
      into === "new" ? await newDraft(n) : await queries.fetchQuery({ ...submissionRead(Number(into)), staleTime: 0 });
    const param = { id: String(draft.id) };
    const path = paths.submissions[":id"].import.$path({ param, query });
    await send(path, { method: "POST", raw, version: draft.version, key: crypto.randomUUID() });
    await queries.invalidateQueries({ queryKey: ["staff"] });
    await navigate({ to: "/submissions/$id", params: param });
  };
  const change = (part: Partial<ImportValues>) => {
    const isSplitAnew = part.delimiter !== undefined && part.delimiter !== values.delimiter;
    const columns = isSplitAnew && { columns: tableHead(table.text, part.delimiter || undefined).guess };
    setChosen({ ...values, ...part, ...columns });
    setRun(null);
  };
  const takeTable = (next: Table) => {
    const { cells, isOurs, guess } = tableHead(next.text, chosen.delimiter || undefined);
    setTable(next);
    // A manual mapping is kept until the columns change.
    const isOther = cells.join("\t") !== head.cells.join("\t");
    change(isOther ? { shape: isOurs ? "header" : "columns", columns: guess } : {});
  };
  const takeFile = async (file: File) => {
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
  const rows = run?.ok ? run.rows : [];
  const taken = run?.ok ? run.counts.new + run.counts.changed : 0;
  const hasWarnings = rows.some((row) => row.warnings.length > 0);
  const needsWords = hasWarnings && !values.confirmation.trim();
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
          <label className="mt-2 block text-sm">
            {say("import.file")}{" "}
            <input
              type="file"
              accept=".xlsx,.csv,.tsv,.txt,text/csv"
              className="max-w-full text-sm"
              onChange={(event) => {
                const file = event.target.files?.[0];
                event.target.value = "";
                if (file) void takeFile(file);
              }}
            />
          </label>
          {table.workbook && table.workbook.read.sheets.length > 1 ? (
            <SheetField {...table.workbook} onChoose={takeWorkbook} />
          ) : null}
        </div>
        <ImportFields
          values={values}
          change={change}
          cells={head.cells}
          indicators={grid.data.items}
          wantsReason={rows.some((row) => row.errors.some(({ code }) => code === "missing_reason"))}
        />
        {table.text.trim() && !knowsColumns(values) ? <p className="text-sm">{say("import.needsColumns")}</p> : null}
        <Problem>{table.problem ?? work.problem}</Problem>
        <Button isMain aria-disabled={work.isPending || !isReady} onClick={() => isReady && work.run(tryIt)}>
          {say("import.try")}
        </Button>
      </form>
      {run ? (
        <Section title={say("import.result")} look="text-xl" className="mt-10">
          <DryRunTable
            run={run}
            encoding={table.encoding}
            workbook={table.workbook?.read}
            names={new Map(grid.data.items.map((row) => [row.indicator, row.name]))}
          />
          {run.ok && run.counts.refused === 0 && taken > 0 ? (
            <div className="mt-6 max-w-xl space-y-4">
              {hasWarnings ? (
                <TextArea
                  id="import-words"
                  label={say("form.confirm")}
                  value={values.confirmation}
                  onChange={(confirmation) => setChosen({ ...values, confirmation })}
                />
              ) : null}
              <DraftField drafts={drafts.data.items.filter(takesFigures)} value={into} onChange={setInto} />
              <Button
                isMain
                aria-disabled={work.isPending || needsWords}
                onClick={() => !needsWords && work.run(() => take(taken))}
              >
                {say("import.take", { n: taken })}
              </Button>
            </div>
          ) : null}
        </Section>
      ) : null}
    </Page>
  );
}
