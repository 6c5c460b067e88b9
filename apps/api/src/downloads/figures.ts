import type { Format } from "../http/formats.ts";
import type { FileRequest } from "./about.ts";
import { figuresZip } from "./bundle.ts";
import { observationsPage } from "./paged.ts";
import { jsonItems, observationsCsv, observationsJson } from "./rows.ts";
import { observationsSdmx } from "./sdmx.ts";
import { figuresXlsx } from "./workbook.ts";

const BOM = Buffer.from("\uFEFF");

async function json({ db, at, envelope, filter, dated, page }: FileRequest): Promise<Buffer> {
  const opening = { ...envelope, ...(dated && { referenceDate: at.referenceDate }) };
  if (!page) return observationsJson(db, at, filter, opening);
  const { rows, ...whole } = await observationsPage(db, at, filter, page);
  return jsonItems({ ...opening, ...whole }, rows);
}

async function csv({ db, at, filter, decimalComma, bom }: FileRequest): Promise<Buffer> {
  const body = await observationsCsv(db, at, filter, decimalComma);
  return bom ? Buffer.concat([BOM, body]) : body;
}

/** Encodes the figures in each format. */
export const encoders: Record<Format, (request: FileRequest) => Promise<Buffer>> = {
  json,
  csv,
  xlsx: figuresXlsx,
  zip: figuresZip,
  "sdmx.csv": ({ db, at, filter }) => observationsSdmx(db, at, filter),
};
