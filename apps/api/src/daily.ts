import { dayInVietNam } from "@moc2030/shared/text/date";

const HOUR = 3_600_000;

/**
 * Runs `work` at once and on every new day in Viet Nam, and again within the hour where it failed or gave false: there
 * was nothing to do it with yet.
 */
export function daily(now: () => Date, work: () => Promise<boolean>, failed: (error: unknown) => void) {
  let done: string | null = null;
  const check = async () => {
    const today = dayInVietNam(now());
    if (today !== done && (await work())) done = today;
  };
  const run = () => void check().catch(failed);
  run();
  const timer = setInterval(run, HOUR).unref();
  return { stop: () => clearInterval(timer) };
}
