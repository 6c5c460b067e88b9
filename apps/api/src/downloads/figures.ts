import type { Format } from "../http/formats.ts";
import { type Body, bodyOf, jsonItems } from "../http/streamed.ts";
import type { FileRequest } from "./about.ts";
import { figuresZip } from "./bundle.ts";
import { observationsPage } from "./paged.ts";
import { observationsCsv, observationsJson } from "./rows.ts";
import { observationsSdmx } from "./sdmx.ts";
import { figuresXlsx } from "./workbook.ts";

const BOM = Buffer.from("\uFEFF");

async function json({ db, at, envelope, filter, dated, page }: FileRequest): Promise<Body> {
  const opening = { ...envelope, ...(dated && { referenceDate: at.referenceDate }) };
  if (!page) return bodyOf(observationsJson(db, at, filter, opening));
  const { rows, ...whole } = await observationsPage(db, at, filter, page);
  return bodyOf(jsonItems({ ...opening, ...whole }, rows));
}

async function* csv({ db, at, filter, decimalComma, bom }: FileRequest) {
  if (bom) yield BOM;
  yield* observationsCsv(db, at, filter, decimalComma);
}

/** Encodes the figures in each format. */
export const encoders: Record<Format, (request: FileRequest) => Promise<Body>> = {
  json,
  csv: (request) => bodyOf(csv(request)),
  xlsx: figuresXlsx,
  zip: figuresZip,
  "sdmx.csv": ({ db, at, filter }) => bodyOf(observationsSdmx(db, at, filter)),
};
