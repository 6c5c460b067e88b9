/** A page of rows, and which of how many it is; a page past the end is the last one. */
export function pageOf<T>(rows: readonly T[], asked: number, size: number) {
  const count = Math.max(1, Math.ceil(rows.length / size));
  const page = Math.min(Math.max(1, asked), count);
  const first = (page - 1) * size;
  return {
    rows: rows.slice(first, first + size),
    page,
    count,
    first: first + 1,
    last: Math.min(first + size, rows.length),
  };
}
