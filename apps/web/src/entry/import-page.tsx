import { type Encoding, readBytes } from "@moc2030/shared/table-bytes";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { paths, send } from "../session/client.ts";
import { type Submission, submissionPath, submissionRead, submissionsRead } from "../submissions/reads.ts";
import { useStaffText } from "../text/staff-text.tsx";
import { useTitle } from "../ui/error-page.tsx";
import { field } from "../ui/field.ts";
import { PageLink } from "../ui/page-link.tsx";
import { PageSkeleton } from "../ui/skeleton.tsx";
import { DryRunTable } from "./dry-run-table.tsx";
import { ImportFields } from "./import-fields.tsx";
import { emptyImport, type ImportValues, importQueryOf, knowsColumns } from "./import-values.ts";
import { ReadAs } from "./read-as.tsx";
import { type DryRun, gridRead } from "./reads.ts";
import { tableHead } from "./table-head.ts";
import { useAttempt } from "./use-attempt.ts";

/** Many rows at once: pasted or from a file; tried first, then taken into a draft. */
export function ImportPage() {
  const { say, lang } = useStaffText();
  const navigate = useNavigate();
  const queries = useQueryClient();
  useTitle(say("grid.import"));
  const grid = useQuery({ ...gridRead(lang), throwOnError: true });
  const drafts = useQuery({ ...submissionsRead({ mine: "true" }), throwOnError: true });
  const [table, setTable] = useState("");
  const [encoding, setEncoding] = useState<Encoding | null>(null);
  const [chosen, setChosen] = useState(emptyImport);
  const [into, setInto] = useState("new");
  const [run, setRun] = useState<DryRun | null>(null);
  const { isBusy, problem, setProblem, attempt } = useAttempt();
  if (!grid.data || !drafts.data) return <PageSkeleton />;
  const open = drafts.data.items.filter(({ state }) => state === "draft" || state === "returned");

  const head = tableHead(table, chosen.delimiter || undefined);
  const values = { ...chosen, indicator: chosen.indicator || (grid.data.items[0]?.indicator ?? "") };
  const isReady = table.trim() !== "" && knowsColumns(values);
  const query = () => importQueryOf(values, lang);
  const raw = { body: table, type: "text/csv" };
  const tryIt = () =>
    attempt(async () => {
      const path = paths.submissions["dry-run"].$path({ query: query() as never });
      setRun(await send<DryRun>(path, { method: "POST", raw }));
    });
  const take = () =>
    attempt(async () => {
      const draft =
        into === "new"
          ? await send<Submission>(submissionPath.all(), {
              method: "POST",
              json: { title: say("import.title", { n: run?.ok ? run.counts.new + run.counts.changed : 0 }), items: [] },
            })
          : await queries.fetchQuery({ ...submissionRead(Number(into)), staleTime: 0 });
      const path = paths.submissions[":id"].import.$path({
        param: { id: String(draft.id) },
        query: query() as never,
      });
      await send(path, { method: "POST", raw, version: draft.version, key: crypto.randomUUID() });
      await queries.invalidateQueries({ queryKey: ["staff"] });
      await navigate({ to: "/submissions/$id", params: { id: String(draft.id) } });
    });
  const change = (next: ImportValues) => {
    const isSplitAnew = next.delimiter !== values.delimiter;
    setChosen(isSplitAnew ? { ...next, columns: tableHead(table, next.delimiter || undefined).guess } : next);
    setRun(null);
  };
  const takeTable = (text: string, from: Encoding | null = null) => {
    const next = tableHead(text, chosen.delimiter || undefined);
    setTable(text);
    setEncoding(from);
    // Columns named by hand stay until the table has others.
    if (next.cells.join("\t") !== head.cells.join("\t"))
      change({ ...values, shape: next.isOurs ? "header" : "columns", columns: next.guess });
    else setRun(null);
  };
  const takeFile = async (file: File) => {
    const read = readBytes(new Uint8Array(await file.arrayBuffer()));
    setProblem(read.ok ? null : say(`import.${read.code}`, { line: read.line }));
    takeTable(read.ok ? read.text : "", read.ok ? read.encoding : null);
  };
  const wantsReason = Boolean(run?.ok && run.rows.some((row) => row.errors.some((e) => e.code === "missing_reason")));
  const canTake = run?.ok && run.counts.refused === 0 && run.counts.new + run.counts.changed > 0;
  const needsWords = run?.ok && run.rows.some((row) => row.warnings.length > 0) && !values.confirmation.trim();
  return (
    <div className="py-6 sm:py-8">
      <p className="text-sm">
        <PageLink to="/entry">{say("entry.title")}</PageLink>
      </p>
      <h1 className="mt-2 text-2xl">{say("grid.import")}</h1>
      <p className="measure mt-2 text-soft">{say("import.body")}</p>
      <form noValidate onSubmit={(event) => event.preventDefault()} className="mt-6 max-w-4xl space-y-6">
        <div>
          <label htmlFor="table" className="block text-sm font-semibold">
            {say("import.table")}
          </label>
          <p id="table-hint" className="mt-0.5 text-xs text-soft">
            {say("import.tableHint")}
          </p>
          <textarea
            id="table"
            rows={8}
            aria-describedby="table-hint"
            spellCheck={false}
            value={table}
            onChange={(event) => takeTable(event.target.value)}
            className="num mt-1 w-full rounded-[4px] border border-line-strong bg-surface p-3 font-mono text-sm"
          />
          <label className="mt-2 block text-sm">
            {say("import.file")}{" "}
            <input
              type="file"
              accept=".csv,.tsv,.txt,text/csv"
              className="max-w-full text-sm"
              onChange={(event) => {
                const file = event.target.files?.[0];
                event.target.value = "";
                if (file) void takeFile(file);
              }}
            />
          </label>
        </div>
        <ImportFields
          values={values}
          set={change}
          cells={head.cells}
          indicators={grid.data.items}
          wantsReason={wantsReason}
        />
        {table.trim() && !knowsColumns(values) ? <p className="text-sm">{say("import.needsColumns")}</p> : null}
        {problem ? (
          <p role="alert" className="text-sm font-semibold text-(--moving-away)">
            {problem}
          </p>
        ) : null}
        <button
          type="button"
          className="button button-main"
          aria-disabled={isBusy || !isReady}
          onClick={() => void (isReady && tryIt())}
        >
          {say("import.try")}
        </button>
      </form>
      {run ? (
        <section aria-labelledby="run-title" className="mt-10">
          <h2 id="run-title" className="text-xl">
            {say("import.result")}
          </h2>
          <ReadAs run={run} encoding={encoding} />
          <DryRunTable run={run} names={new Map(grid.data.items.map((row) => [row.indicator, row.name]))} />
          {canTake ? (
            <div className="mt-6 max-w-xl space-y-4">
              {run.rows.some((row) => row.warnings.length > 0) ? (
                <div>
                  <label htmlFor="import-words" className="block text-sm font-semibold">
                    {say("form.confirm")}
                  </label>
                  <textarea
                    id="import-words"
                    rows={2}
                    value={values.confirmation}
                    onChange={(event) => setChosen({ ...values, confirmation: event.target.value })}
                    className={`${field} mt-1 py-2`}
                  />
                </div>
              ) : null}
              <div>
                <label htmlFor="import-into" className="block text-sm font-semibold">
                  {say("form.draft")}
                </label>
                <select
                  id="import-into"
                  value={into}
                  onChange={(event) => setInto(event.target.value)}
                  className={`${field} mt-1`}
                >
                  <option value="new">{say("form.draftNew")}</option>
                  {open.map(({ id, title }) => (
                    <option key={id} value={id}>
                      {say("form.draftOf", { id, title })}
                    </option>
                  ))}
                </select>
              </div>
              <button
                type="button"
                className="button button-main"
                aria-disabled={isBusy || needsWords}
                onClick={() => void (!needsWords && take())}
              >
                {say("import.take", { n: run.counts.new + run.counts.changed })}
              </button>
            </div>
          ) : null}
        </section>
      ) : null}
    </div>
  );
}
