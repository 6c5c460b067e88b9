import type { Format } from "../http/formats.ts";
import type { FileRequest } from "./about.ts";
import { figuresZip } from "./bundle.ts";
import { observationsCsv, observationsJson } from "./rows.ts";
import { observationsSdmx } from "./sdmx.ts";
import { figuresXlsx } from "./workbook.ts";

const BOM = Buffer.from("\uFEFF");

function json({ db, at, envelope, filter, dated }: FileRequest): Promise<Buffer> {
  const opening = JSON.stringify({ ...envelope, ...(dated && { referenceDate: at.referenceDate }) });
  return observationsJson(db, at, filter, `${opening.slice(0, -1)},"items":`, "}");
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
