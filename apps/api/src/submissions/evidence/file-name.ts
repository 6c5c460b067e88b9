import { line, notFormula } from "@moc2030/shared/schema/line";
import { trimHidden } from "@moc2030/shared/text/clean";
import { DOCX, PDF } from "./store.ts";

/** File extensions by media type, the usual one first. */
const ENDINGS: Record<string, readonly string[]> = {
  [PDF]: ["pdf"],
  [DOCX]: ["docx"],
  "image/png": ["png"],
  "image/jpeg": ["jpg", "jpeg"],
  "image/webp": ["webp"],
};
const endingOf = (name: string) => /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? "";

/** A file name: no path, no characters with a meaning to an operating system. */
export const fileName = line(200)
  .min(1)
  .regex(
    /^[^.\s/\\:*?"<>|;][^/\\:*?"<>|;]*$/,
    'expected a file name without / \\ : * ? " < > | ; that does not begin with a full stop',
  )
  .refine(...notFormula);

/** The expected extensions for a type; null if the name has one of them. */
export const missingEnding = (name: string, type: string): readonly string[] | null => {
  const endings = ENDINGS[type] ?? [];
  return endings.includes(endingOf(name)) ? null : endings;
};

/**
 * Content-Disposition of a stored file (RFC 6266, RFC 8187): the extension fits the type and no character is hidden,
 * also for names stored earlier.
 */
export function attachment(name: string, type: string): string {
  const visible = trimHidden(name)
    .replace(/[\p{C}\p{Z}]+/gu, " ")
    .replace(/[/\\:*?"<>|;%]/g, "_");
  const whole = missingEnding(visible, type) ? `${visible}.${ENDINGS[type]?.[0] ?? "bin"}` : visible;
  const safe = whole.replace(/^\.+/, "_.");
  const plain = safe.normalize("NFD").replace(/[^\x20-\x7e]/g, "");
  const encoded = encodeURIComponent(safe).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
