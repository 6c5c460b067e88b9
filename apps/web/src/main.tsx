import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { ApiError } from "./client/api.ts";
import { setToday } from "./document/today.ts";
import { makeRouter } from "./staff/router.tsx";
import "./style.css";
import "./print.css";

const element = document.getElementById("root");
if (!element) throw new Error("index.html has no #root");
setToday(document.documentElement.dataset.today);
const queries = new QueryClient({
  defaultOptions: {
    queries: {
      // Retry network and server errors only.
      retry: (count, error) => count < 2 && !(error instanceof ApiError && error.status >= 400 && error.status < 500),
      refetchOnWindowFocus: false,
    },
  },
});
const router = makeRouter(queries);
void router.load().then(() =>
  createRoot(element).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </StrictMode>,
  ),
);
