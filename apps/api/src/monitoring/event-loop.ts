import { monitorEventLoopDelay } from "node:perf_hooks";

const RESOLUTION_MS = 20;
/** One for the process, from its start: each takes a timer. */
const histogram = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
histogram.enable();

/** How late the process gets to its work, in milliseconds: 99 of 100 times at most so late. */
export const loopDelayMs = (): number => Math.max(0, Math.round(histogram.percentile(99) / 1e6) - RESOLUTION_MS);
