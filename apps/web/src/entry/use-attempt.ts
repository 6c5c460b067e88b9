import { useState } from "react";
import { problemText } from "../session/problem-text.ts";
import { useStaffText } from "../text/staff-text.tsx";

/** One piece of work at a time: whether it is going on, and in words what went wrong with the last. A second click while it goes on does nothing. */
export function useAttempt() {
  const text = useStaffText();
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const attempt = async (work: () => Promise<void>) => {
    if (isBusy) return;
    setIsBusy(true);
    setProblem(null);
    try {
      await work();
    } catch (error) {
      setProblem(problemText(error, text));
    } finally {
      setIsBusy(false);
    }
  };
  return { isBusy, problem, setProblem, attempt };
}
