import { trimHidden } from "@moc2030/shared/text-clean";
import { line, notFormula } from "@moc2030/shared/text-schema";

/** The endings that a file of a kept type may have, the usual one first. */
const ENDINGS: Record<string, readonly string[]> = {
  "application/pdf": ["pdf"],
  "image/png": ["png"],
  "image/jpeg": ["jpg", "jpeg"],
  "image/webp": ["webp"],
};
const endingOf = (name: string) => /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? "";

/** The name of a file as it was given: no folder, nothing that an operating system reads as more than a name. */
export const fileName = line(200)
  .min(1)
  .regex(
    /^[^.\s/\\:*?"<>|;][^/\\:*?"<>|;]*$/,
    'expected a file name without / \\ : * ? " < > | ; that does not begin with a full stop',
  )
  .refine(...notFormula);

/** The endings that a name should have for a type; null where it has one of them. */
export const missingEnding = (name: string, type: string): readonly string[] | null => {
  const endings = ENDINGS[type] ?? [];
  return endings.includes(endingOf(name)) ? null : endings;
};

/** The header that offers a kept file under its name, whatever was taken as a name before: with the ending of its type, and nothing hidden (RFC 6266, RFC 8187). */
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
