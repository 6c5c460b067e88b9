"""Makes the two font files of the pages from the npm package @fontsource/be-vietnam-pro.

One file a weight instead of three; hinting dropped; digits of one width (feature tnum), which the published
font lacks and columns of figures need. Needs: pip install fonttools brotli
Run from apps/web: python3 src/fonts/make-fonts.py
"""

import copy
import pathlib
import tempfile

from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.merge import Merger
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

HERE = pathlib.Path(__file__).parent
FILES = HERE.parents[3] / "node_modules/@fontsource/be-vietnam-pro/files"
DIGITS = "zero one two three four five six seven eight nine".split()
WIDTH = 640
UNICODES = [
    *range(0x20, 0x7F),
    *range(0xA0, 0x100),
    *(0x102, 0x103, 0x110, 0x111, 0x128, 0x129, 0x168, 0x169, 0x1A0, 0x1A1, 0x1AF, 0x1B0),
    *range(0x1EA0, 0x1EFA),
    *(0x2011, 0x2013, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2026, 0x2032),
    *range(0x2080, 0x208A),
    *(0x20AB, 0x2190, 0x2191, 0x2192, 0x2193, 0x2212, 0x2248, 0x2260, 0x2264, 0x2265),
]

for weight in (400, 600):
    with tempfile.TemporaryDirectory() as folder:
        parts = []
        for subset in ("latin", "vietnamese", "latin-ext"):
            font = TTFont(FILES / f"be-vietnam-pro-{subset}-{weight}-normal.woff2")
            font.flavor = None
            parts.append(f"{folder}/{subset}.ttf")
            font.save(parts[-1])
        font = Merger().merge(parts)
    options = Options(hinting=False, layout_features=["kern"], name_IDs=[0, 1, 2, 3, 4, 5, 6, 13, 14], notdef_outline=True)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=UNICODES)
    subsetter.subset(font)
    cmap = font.getBestCmap()
    glyphs, metrics = font["glyf"], font["hmtx"]
    rules = []
    for digit in DIGITS:
        name = cmap[0x30 + DIGITS.index(digit)]
        glyph = copy.deepcopy(glyphs[name])
        width = glyph.xMax - glyph.xMin
        side = round((WIDTH - width) / 2)
        glyph.coordinates.translate((side - glyph.xMin, 0))
        glyph.recalcBounds(glyphs)
        tabular = f"{name}.tf"
        font.setGlyphOrder([*font.getGlyphOrder(), tabular])
        glyphs.glyphs[tabular] = glyph
        glyphs.glyphOrder = font.getGlyphOrder()
        metrics[tabular] = (WIDTH, side)
        rules.append(f"sub {name} by {tabular};")
    font["maxp"].numGlyphs = len(font.getGlyphOrder())
    addOpenTypeFeaturesFromString(font, f"feature tnum {{ {' '.join(rules)} }} tnum;", tables=["GSUB"])
    missing = [hex(code) for code in UNICODES if code not in font.getBestCmap()]
    font.flavor = "woff2"
    out = HERE / f"be-vietnam-pro-{weight}.woff2"
    font.save(out)
    print(out.name, out.stat().st_size, "bytes; not in the font:", " ".join(missing))
