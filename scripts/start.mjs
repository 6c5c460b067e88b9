import { build } from "./build.mjs";
import { prepare } from "./prepare.mjs";

prepare();
await build();
// In this process, so that signals reach the server.
process.setSourceMapsEnabled(true);
await import(new URL("../apps/api/dist/server.js", import.meta.url).href);
