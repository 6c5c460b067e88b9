import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { ApiError } from "./api.ts";
import { makeRouter } from "./routes.tsx";
import { langOf, parseSearch, parseView } from "./search.ts";
import { textsOf } from "./text/text.tsx";
import "./style.css";
import "./print.css";

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      // A refusal stays a refusal; only a missing or failing server is asked again.
      retry: (count, error) => count < 2 && !(error instanceof ApiError && error.status >= 400 && error.status < 500),
      refetchOnWindowFocus: false,
    },
  },
});
const router = makeRouter(queries);
const element = document.getElementById("root");
if (!element) throw new Error("index.html has no #root");

textsOf(langOf(parseView(parseSearch(location.search)))).then(() =>
  createRoot(element).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </StrictMode>,
  ),
);
