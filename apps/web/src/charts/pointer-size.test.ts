import { brotliCompressSync } from "node:zlib";
import { build } from "esbuild";
import { expect, test } from "vitest";

test("what reads a chart costs a reader 3 KB at most", async () => {
  const { outputFiles } = await build({
    entryPoints: [`${import.meta.dirname}/pointer.ts`],
    bundle: true,
    minify: true,
    format: "esm",
    write: false,
  });
  const script = outputFiles[0]?.contents ?? new Uint8Array();
  expect(script.length).toBeGreaterThan(500);
  expect(brotliCompressSync(script).length).toBeLessThanOrEqual(3_072);
});
