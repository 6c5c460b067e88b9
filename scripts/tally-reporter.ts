import type { Reporter, SerializedError, TestModule, TestRunEndReason } from "vitest/node";

/** Ends with `N passed, N failed` on a line of its own, and fails a run without tests. */
export default class TallyReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly SerializedError[], reason: TestRunEndReason): void {
    const tally = count(modules, errors);
    if (reason === "interrupted") tally.failed += 1;
    if (tally.passed + tally.failed === 0) {
      console.error("No test ran.");
      tally.failed = 1;
    }
    if (tally.failed > 0) process.exitCode = 1;
    console.log(tallyLine(tally));
  }
}

interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

function count(modules: readonly TestModule[], errors: readonly SerializedError[]): Tally {
  // A file that fails to load, a throwing hook or suite, and an unhandled rejection count as one failure each.
  const tally: Tally = { passed: 0, failed: errors.length, skipped: 0 };
  for (const module of modules) {
    tally.failed += module.errors().length;
    for (const suite of module.children.allSuites()) tally.failed += suite.errors().length;
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      if (state === "passed") tally.passed += 1;
      else if (state === "failed") tally.failed += 1;
      else tally.skipped += 1;
    }
  }
  return tally;
}

export function tallyLine({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}
