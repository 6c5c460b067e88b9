import { sourceTable, targetTable } from "../definitions/tables.ts";
import { wholeOf } from "../http/streamed.ts";
import { csvText, type Table } from "../http/table.ts";
import { aboutFile, type FileRequest } from "./about.ts";
import { archive } from "./archive.ts";
import { dataPackage, figureFields, type PackagedFile, tableFields } from "./data-package.ts";
import { readme } from "./readme.ts";
import { columnsFor, observationsCsv } from "./rows.ts";

const KEY = ["INDICATOR", "COMPILER", "REF_AREA", "TIME_PERIOD"];

/** The figures as a ZIP archive with sources, targets, README and Data Package descriptor. */
export async function figuresZip(request: FileRequest): Promise<Buffer> {
  const { db, at, filter } = request;
  const about = await aboutFile(request);
  const columns = columnsFor(filter).map((c) => c.csv);
  const small = (name: string, title: string, table: Table, more: Pick<PackagedFile, "key" | "refersTo">) => ({
    name,
    title,
    body: Buffer.from(csvText(table)),
    fields: tableFields(table),
    ...more,
  });
  const bySource = { field: "SOURCE", resource: "sources", key: "SOURCE" };
  const files: PackagedFile[] = [
    {
      name: "data",
      title: about.title,
      body: await wholeOf(observationsCsv(db, at, filter)),
      fields: figureFields(columns, about),
      key: filter.history ? [...KEY, "RELEASE"] : KEY,
      refersTo: [bySource],
    },
    small("sources", "Sources", sourceTable(about.sources), { key: ["SOURCE"] }),
    small("targets", "Targets", targetTable(about.targets, filter.lang), { key: ["TARGET"], refersTo: [bySource] }),
  ];
  return archive([
    { name: "README.md", content: Buffer.from(readme(about, columns)) },
    { name: "datapackage.json", content: Buffer.from(dataPackage(about, files)) },
    ...files.map(({ name, body }) => ({ name: `${name}.csv`, content: body })),
  ]);
}
