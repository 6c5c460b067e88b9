/** Somebody who is to see a scheduled publication before its instant. */
export type Reader = { staff: string } | { name: string; role: string };

/** What was chosen and typed: ids of colleagues, and of others a line each: name, then after a comma position or organisation. */
export type Typed = { staff: readonly string[]; others: string };

/** The readers, or the first line (from 1) that does not say who somebody is. */
export function readersOf({ staff, others }: Typed): { readers: Reader[] } | { wrongLine: number } {
  const readers: Reader[] = staff.map((id) => ({ staff: id }));
  for (const [index, line] of others.split("\n").entries()) {
    if (line.trim() === "") continue;
    const comma = line.indexOf(",");
    const [name, role] = comma < 0 ? [line.trim(), ""] : [line.slice(0, comma).trim(), line.slice(comma + 1).trim()];
    if (!name || !role) return { wrongLine: index + 1 };
    readers.push({ name, role });
  }
  return { readers };
}
