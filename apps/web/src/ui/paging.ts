/** Which of `total` rows a page shows, counted from one, and which of how many pages it is; a page past the end is the last one. */
export function pageOf(total: number, asked: number, size: number) {
  const count = Math.max(1, Math.ceil(total / size));
  const page = Math.min(Math.max(1, asked), count);
  const before = (page - 1) * size;
  return { page, count, first: before + 1, last: Math.min(before + size, total) };
}
