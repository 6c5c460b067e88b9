/**
 * The day that an address names, as `YYYY-MM-DD`: written so, or as Vietnamese write it (`30/6/2024`, `30-06-2024`,
 * `30.6.2024`). Undefined where the text is no day, or one that does not exist.
 */
export function writtenDay(text: unknown): string | undefined {
  if (typeof text !== "string") return undefined;
  const [, day = "", month = "", year = ""] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? [];
  const iso = year ? `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` : text;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return undefined;
  const parsed = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(iso) ? iso : undefined;
}
