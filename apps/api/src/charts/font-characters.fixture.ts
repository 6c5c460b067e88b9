/** The code points for which a TrueType font has a glyph, from its `cmap` table (formats 4 and 12). */
export function charactersOf(font: Buffer): Set<number> {
  const found = new Set<number>();
  const add = (first: number, last: number) => {
    for (let code = first; code <= last && code !== 0xffff; code++) found.add(code);
  };
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, index) => 12 + 16 * index);
  const entry = tables.find((at) => font.toString("latin1", at, at + 4) === "cmap");
  if (entry === undefined) throw new Error("The font has no cmap");
  const cmap = font.readUInt32BE(entry + 8);
  for (let index = 0; index < font.readUInt16BE(cmap + 2); index++) {
    const table = cmap + font.readUInt32BE(cmap + 8 + 8 * index);
    const format = font.readUInt16BE(table);
    if (format === 4) {
      const segments = font.readUInt16BE(table + 6) / 2;
      for (let i = 0; i < segments; i++)
        add(font.readUInt16BE(table + 16 + 2 * (segments + i)), font.readUInt16BE(table + 14 + 2 * i));
    }
    if (format === 12)
      for (let i = 0; i < font.readUInt32BE(table + 12); i++)
        add(font.readUInt32BE(table + 16 + 12 * i), font.readUInt32BE(table + 20 + 12 * i));
  }
  return found;
}
