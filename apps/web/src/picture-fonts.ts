import type { PictureFont } from "./charts/standalone.ts";
import regular from "./fonts/be-vietnam-pro-400.woff2?url";
import semibold from "./fonts/be-vietnam-pro-600.woff2?url";

let fonts: Promise<PictureFont[]> | undefined;

/** The page's own fonts as text, to be put into a picture; none where they cannot be read, and the picture falls back to the reader's. */
export function pictureFonts(): Promise<PictureFont[]> {
  fonts ??= Promise.all(
    (
      [
        [400, regular],
        [600, semibold],
      ] as const
    ).map(async ([weight, url]) => {
      const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer());
      return { weight, base64: btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join("")) };
    }),
  ).catch(() => []);
  return fonts;
}
