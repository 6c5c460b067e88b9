import { Worker } from "node:worker_threads";
import type { WorkerAnswer, WorkerTask } from "./workbook-worker.ts";

/** The bundle has the worker beside it; from source tsx reads it, which a worker has to be told anew. */
const isSource = import.meta.url.endsWith(".ts");
const WORKER = new URL(isSource ? "./workbook-worker.ts" : "./workbook-worker.js", import.meta.url);
const FROM_SOURCE = `import("tsx/esm/api").then((tsx) => { tsx.register(); return import(${JSON.stringify(WORKER.href)}); })`;

/** Heap of the worker, a second bound: the reader's own limits keep well below it. */
const MEMORY = { maxOldGenerationSizeMb: 96, maxYoungGenerationSizeMb: 16 };

function runWorker(task: WorkerTask): Promise<WorkerAnswer<unknown>> {
  return new Promise((done, fail) => {
    const options = { workerData: task, resourceLimits: MEMORY };
    const worker = isSource ? new Worker(FROM_SOURCE, { ...options, eval: true }) : new Worker(WORKER, options);
    worker.once("message", done);
    worker.once("error", (error: NodeJS.ErrnoException) =>
      error.code === "ERR_WORKER_OUT_OF_MEMORY" ? done({ ok: false, code: "too_big", places: [] }) : fail(error),
    );
    worker.once("exit", (code) => fail(new Error(`The workbook's worker ended with ${code}.`)));
  });
}

let turn: Promise<unknown> = Promise.resolve();
/** Reads one file at a time beside the server, so that memory is bounded however many are sent. */
export function inWorker<T>(task: WorkerTask): Promise<WorkerAnswer<T>> {
  const answer = turn.then(() => runWorker(task)) as Promise<WorkerAnswer<T>>;
  turn = answer.catch(() => undefined);
  return answer;
}
