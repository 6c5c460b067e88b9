import { readKey } from "@moc2030/shared/read-key";
import { hashKey, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { ApiError } from "./api.ts";
import { AskedContext } from "./asked.ts";
import type { Asked } from "./document/not-understood.ts";
import { type Head, HeadContext } from "./head.ts";
import type { makeRouter } from "./routes.tsx";

/** A read goes by its address; whatever else is asked or kept by all the parts of its key. */
const hashOf = (key: readonly unknown[]) => (key.length === 1 ? readKey(String(key[0])) : hashKey(key));

/** Reads of the API, with the answers that are there already. */
export function makeQueries(answers: Readonly<Record<string, unknown>>): QueryClient {
  const queries = new QueryClient({
    defaultOptions: {
      queries: {
        // The document names its answers by this key, whatever the order of an address's parameters.
        queryKeyHashFn: hashOf,
        // A refusal stays a refusal; only a missing or failing server is asked again.
        retry: (count, error) =>
          count < 2 &&
          typeof document !== "undefined" &&
          !(error instanceof ApiError && error.status >= 400 && error.status < 500),
        refetchOnWindowFocus: false,
        // A page stays open for long, and its other language is as near then. On the server nothing is kept for later.
        ...(typeof document !== "undefined" && { gcTime: 60 * 60_000 }),
      },
    },
  });
  for (const [address, answer] of Object.entries(answers)) queries.setQueryData([address], answer);
  return queries;
}

type Props = { queries: QueryClient; router: ReturnType<typeof makeRouter>; asked: Asked; head?: Head };

/** Everything there is on a page: the same tree on the server and in the browser. */
export const App = ({ queries, router, asked, head }: Props) => (
  <StrictMode>
    <HeadContext value={head ?? null}>
      <AskedContext value={asked}>
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </AskedContext>
    </HeadContext>
  </StrictMode>
);
