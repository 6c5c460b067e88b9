import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { documents } from "./documents-plugin.ts";
import { firstPaintFirst, texts } from "./text-plugin.ts";

const api = process.env.API_ORIGIN ?? "http://127.0.0.1:2289";

const proxy = { "/api": api, "/healthz": api, "/readyz": api };

/** Whether a module is of the kind that many pages of staff are made of: not the drawing of charts, nor their own. */
const isShared = (id: string) =>
  /\/web\/src\/(?!staff|charts|pages)[^/]+\/[^/]+\.tsx?$|\/packages\/shared\/|\/node_modules\/(react|react-dom|scheduler|use-sync-external-store|@tanstack|@lingui|hono)\//.test(
    id,
  );

/** The script of the documents: built apart from the app, so that it is one file, which shares nothing with the app's. */
const islands = {
  manifest: ".vite/islands.json",
  copyPublicDir: false,
  rolldownOptions: { input: `${import.meta.dirname}/src/islands/start.ts`, output: { format: "iife" as const } },
};

/** The one island that is an application, which the documents' script loads once it is asked for. */
const explorer = {
  manifest: ".vite/explorer.json",
  chunkSizeWarningLimit: 700,
  copyPublicDir: false,
  rolldownOptions: {
    input: `${import.meta.dirname}/src/pages/compare/explorer.tsx`,
    preserveEntrySignatures: "strict" as const,
  },
};

export default defineConfig(({ isSsrBuild, mode }) => ({
  root: import.meta.dirname,
  plugins: [texts(), documents(api), firstPaintFirst(), react(), tailwindcss()],
  server: { host: "127.0.0.1", proxy },
  preview: { host: "127.0.0.1", proxy },
  ...(isSsrBuild && {
    // The server's pages carry all that they need, as the API's bundle does.
    ssr: { noExternal: true as const },
    // React's and the router's own switches between development and production.
    define: { "process.env.NODE_ENV": JSON.stringify("production") },
  }),
  build: {
    // From a page's source file to the files that carry it: the API names them in the page's document.
    manifest: !isSsrBuild,
    copyPublicDir: !isSsrBuild,
    // One file of styles: a page drawn on the server must not wait for those of its chunk.
    cssCodeSplit: false,
    // Small assets stay files: the security policy allows no data: fonts, styles or scripts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      ...(isSsrBuild && {
        input: {
          documents: "src/pages/documents.tsx",
          "chart-file": "src/chart-file.tsx",
          "report-file": "src/report-file.ts",
        },
      }),
      output: {
        // What every page needs is one file, and what several others share another: each small one would cost a request.
        codeSplitting: {
          groups: isSsrBuild
            ? []
            : [
                { name: "first", tags: ["$initial"], priority: 1 },
                { name: "base", test: isShared, minShareCount: 2 },
              ],
        },
      },
    },
    ...(mode === "islands" ? islands : {}),
    ...(mode === "explorer" ? explorer : {}),
  },
}));
