import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type LabelWish, overlaps, placeLabels, type Side, spread } from "./labels.ts";
import { balance, textWidth, wrapText } from "./text.ts";

const sides: Side[] = ["above", "below", "right", "left", "above-end", "below-start"];
const nothing = { boxes: [], segments: [] };
const wish = (id: string, x: number, y: number, more: Partial<LabelWish> = {}): LabelWish => ({
  id,
  text: "44/139",
  anchors: [{ x, y }],
  size: 13,
  sides,
  gap: 9,
  ...more,
});

describe("labels around points", () => {
  const bounds = { x: 0, y: 0, width: 320, height: 240 };

  it("never overlap and never leave the bounds", () => {
    const wishes = fc.array(
      fc.record({
        x: fc.integer({ min: 0, max: 320 }),
        y: fc.integer({ min: 0, max: 240 }),
        text: fc.constantFrom("42", "44/139", "≤ 40 năm 2030", "> 7,5%/năm, bình quân 2021–2030"),
      }),
      { maxLength: 25 },
    );
    fc.assert(
      fc.property(wishes, (list) => {
        const placed = placeLabels(
          list.map(({ x, y, text }, index) => wish(`${index}`, x, y, { text })),
          bounds,
          nothing,
        );
        placed.forEach((label, index) => {
          for (const other of placed.slice(index + 1)) expect(overlaps(label.rect, other.rect)).toBe(false);
          expect(label.rect.x >= 0 && label.rect.x + label.rect.width <= 320).toBe(true);
          expect(label.rect.y >= 0 && label.rect.y + label.rect.height <= 240).toBe(true);
        });
      }),
    );
  });

  it("are shortened where the whole text would stand on a line whatever its place", () => {
    const lines = [60, 260].map((x): [{ x: number; y: number }, { x: number; y: number }] => [
      { x, y: 0 },
      { x, y: 240 },
    ]);
    const long = wish("long", 160, 120, { text: "Ngân-hàng-Nhà-nước-Việt-Nam-năm-2025", shortText: "≥ 86%" });
    const at = (segments: typeof lines) => placeLabels([long], bounds, { boxes: [], segments })[0]?.lines;
    expect([at([]), at(lines)]).toEqual([[long.text], ["≥ 86%"]]);
  });

  it("serve the first wish first and leave out what does not fit", () => {
    const tight = { x: 0, y: 0, width: 60, height: 40 };
    const placed = placeLabels([wish("first", 30, 38), wish("second", 30, 38)], tight, nothing);
    expect(placed.map((label) => label.id)).toEqual(["first"]);
  });

  it("keep clear of a line that goes on to the right", () => {
    const line = [
      { x: 100, y: 120 },
      { x: 200, y: 110 },
    ] as const;
    const [label] = placeLabels([wish("a", 100, 120, { sides: ["right", "below"] })], bounds, {
      boxes: [],
      segments: [line],
    });
    expect(label?.rect.y).toBeGreaterThan(120);
  });

  it("break into lines before they cover a dot", () => {
    const dots = [{ x: 230, y: 100, width: 12, height: 40 }];
    const text = "Cục Thống kê 14,02%";
    const [label] = placeLabels([wish("a", 100, 120, { text, sides: ["right"] })], bounds, {
      boxes: dots,
      segments: [],
    });
    expect(label?.lines.length).toBeGreaterThan(1);
  });
});

describe("labels in a column", () => {
  const column = fc.array(fc.double({ min: -50, max: 450, noNaN: true }), { minLength: 1, maxLength: 24 });

  it("keep their distance and their order, inside the column", () => {
    fc.assert(
      fc.property(column, (wanted) => {
        const placed = spread(wanted, 16, 0, 400);
        const sorted = placed.toSorted((a, b) => a - b);
        sorted.forEach((y, index) => {
          expect(y >= 8 - 1e-6 && y <= 392 + 1e-6).toBe(true);
          if (index) expect(y - (sorted[index - 1] ?? 0)).toBeGreaterThanOrEqual(16 - 1e-6);
        });
        wanted.forEach((a, i) => {
          wanted.forEach((b, j) => {
            if (a < b) expect(placed[i]).toBeLessThan(placed[j] ?? 0);
          });
        });
      }),
    );
  });

  it("stay where they want to be when there is room", () => {
    expect(spread([300, 100, 200], 16, 0, 400)).toEqual([300, 100, 200]);
  });

  it("share what room there is when they do not fit", () => {
    expect(spread([10, 10, 10, 10], 16, 0, 32)).toEqual([4, 12, 20, 28]);
  });
});

describe("widths without a screen", () => {
  it("do not count diacritics, and grow with the text", () => {
    expect(textWidth("Tiếng Việt", 13)).toBe(textWidth("Tieng Viet", 13));
    expect(textWidth("đổi mới sáng tạo", 13)).toBeGreaterThan(textWidth("đổi mới", 13));
  });

  it("wrap at spaces, keeping every word", () => {
    const text = "Từ 2021 không tính lao động tự sản, tự tiêu";
    expect(wrapText(text, 90, 12).join(" ")).toBe(text);
    expect(wrapText(text, 90, 12).every((line) => textWidth(line, 12) <= 90)).toBe(true);
    expect(balance(text, 2, 12)).toHaveLength(2);
    expect(balance("44/139", 3, 12)).toEqual(["44/139"]);
  });
});
