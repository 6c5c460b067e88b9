import { type Db, onCommit } from "./database.ts";

/**
 * Runs `work` now, after each commit of this process and on `wake`, never twice at once: what is asked for meanwhile is
 * one more run. `stop` waits for a run in progress.
 */
export function afterCommits(db: Db, work: () => Promise<void>, failed: (error: unknown) => void) {
  let [isPending, isStopped] = [false, false];
  let running: Promise<void> | null = null;
  const run = async () => {
    while (isPending && !isStopped) {
      isPending = false;
      await work().catch(failed);
    }
    running = null;
  };
  const wake = () => {
    isPending = true;
    if (!isStopped) running ??= run();
  };
  const unsubscribe = onCommit(db, wake);
  wake();
  return {
    wake,
    stop: async () => {
      isStopped = true;
      unsubscribe();
      await running;
    },
  };
}
