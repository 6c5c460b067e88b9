/** Query parameters of a comparison of two days; absent ones are undefined. */
export type AskedDays = { from?: string | undefined; to?: string | undefined; asOf?: string | undefined };

/**
 * The two days that are read: `from`, undefined for a year before the later one, and `asOf`, the later one, undefined
 * for now. The wrong way round they are turned. Nothing later than the day of the view, or than today, is shown:
 * a later `to` becomes that day, a later `from` is dropped.
 */
export function comparedDays(asked: AskedDays, today: string): { from: string | undefined; asOf: string | undefined } {
  const { from, to } = asked.from && asked.to && asked.from > asked.to ? { from: asked.to, to: asked.from } : asked;
  const last = asked.asOf !== undefined && asked.asOf < today ? asked.asOf : today;
  const asOf = to !== undefined && to < last ? to : last === today ? undefined : last;
  return { from: from !== undefined && from <= (asOf ?? today) ? from : undefined, asOf };
}
