/** An early reader of a scheduled publication. */
export type Reader = { staff: string } | { name: string; role: string };

/** Form state: ids of colleagues, and others one per line as "name, position or organisation". */
export type Typed = { staff: readonly string[]; others: string };

/** Parses the form state; on error the first invalid line (from 1). */
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
