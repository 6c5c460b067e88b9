import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { preloads, texts } from "./text-plugin.ts";

const api = process.env.API_ORIGIN ?? "http://127.0.0.1:2289";

const proxy = { "/api": api, "/healthz": api, "/readyz": api };

export default defineConfig({
  root: import.meta.dirname,
  plugins: [texts(), preloads(), react(), tailwindcss()],
  server: { host: "127.0.0.1", proxy },
  preview: { host: "127.0.0.1", proxy },
  build: {
    // Small assets stay files: the security policy allows no data: fonts, styles or scripts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
