import { createRequire } from "node:module";
import { renderAsync } from "@resvg/resvg-js";

const { resolve } = createRequire(import.meta.url);

/** The fonts of a picture: the pages' own, and one that has what it lacks (→). */
export const FONT_FILES = [
  "@expo-google-fonts/be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf",
  "@expo-google-fonts/be-vietnam-pro/600SemiBold/BeVietnamPro_600SemiBold.ttf",
  "@expo-google-fonts/arimo/400Regular/Arimo_400Regular.ttf",
  "@expo-google-fonts/arimo/600SemiBold/Arimo_600SemiBold.ttf",
].map((file) => resolve(file));

/** An SVG document as PNG, two pixels for each of its own. Fonts of the machine are left alone: the bytes would differ from one to the next. */
export async function pngOf(svg: string): Promise<Buffer> {
  const image = await renderAsync(svg, {
    fitTo: { mode: "zoom", value: 2 },
    font: { loadSystemFonts: false, fontFiles: FONT_FILES, defaultFontFamily: "Be Vietnam Pro" },
  });
  return image.asPng();
}
