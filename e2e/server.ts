import type { TestProject } from "vitest/node";
import { type RunningServer, runServer } from "./running-server.ts";

declare module "vitest" {
  interface ProvidedContext {
    server: { origin: string } | { failure: string };
  }
}

/** Runs the built server on a fresh database for the journeys. */
export default async function serve({ provide }: TestProject): Promise<() => Promise<void>> {
  let server: RunningServer | undefined;
  try {
    server = await runServer();
    provide("server", { origin: server.origin });
  } catch (error) {
    // Told to the journeys instead of thrown: throwing here ends the run of all other tests too.
    provide("server", { failure: (error as Error).message });
  }
  return async () => server?.end();
}
