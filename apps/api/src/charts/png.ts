import { createRequire } from "node:module";
import { renderAsync } from "@resvg/resvg-js";

const { resolve } = createRequire(import.meta.url);

/** The pages' font. */
export const FONT_FILES = [
  "@expo-google-fonts/be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf",
  "@expo-google-fonts/be-vietnam-pro/600SemiBold/BeVietnamPro_600SemiBold.ttf",
].map((file) => resolve(file));

/** An SVG whose arrows are of signs that the font has: with a second font for them resvg would draw the whole line in it. */
const inOneFont = (svg: string) =>
  svg
    .replaceAll(/<tspan font-family="Arimo[^"]*">([→←])<\/tspan>/g, "$1")
    .replaceAll("→", "–›")
    .replaceAll("←", "‹–");

/** Renders an SVG as PNG at twice its size. System fonts are off: the bytes would differ between machines. */
export async function pngOf(svg: string): Promise<Buffer> {
  const image = await renderAsync(inOneFont(svg), {
    fitTo: { mode: "zoom", value: 2 },
    font: { loadSystemFonts: false, fontFiles: FONT_FILES, defaultFontFamily: "Be Vietnam Pro" },
  });
  return image.asPng();
}
