/** Formats of the figures, the default first. `type` is the Content-Type, `title` is for OpenAPI. */
export const formats = {
  json: { type: "application/json", title: "JSON, camelCase" },
  csv: { type: "text/csv; charset=utf-8; header=present", title: "RFC 4180" },
  xlsx: { type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", title: "Excel workbook" },
  zip: { type: "application/zip", title: "data, sources, targets, README and Data Package" },
  "sdmx.csv": { type: "application/vnd.sdmx.data+csv; version=2.0.0; charset=utf-8", title: "SDMX-CSV 2.0" },
} as const;
export type Format = keyof typeof formats;

/** The media type of a format without charset and header parameters. */
export const mediaType = (format: Format) => formats[format].type.replace(/; (charset|header)=[^;]+/g, "");

/** The format of a media type; JSON by default. */
export const formatOf = (type: string | undefined): Format =>
  (Object.keys(formats) as Format[]).find((format) => mediaType(format) === type) ?? "json";

/** Content-Type, and a file name that depends on the release only. */
export const fileHeaders = (what: string, format: Format, release: number | undefined) => ({
  "Content-Type": formats[format].type,
  "Content-Disposition": `attachment; filename="moc2030_${what}_r${release ?? 0}.${format}"`,
});
