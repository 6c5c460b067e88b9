import { afterEach, expect, test, vi } from "vitest";
import { startPrinting } from "./print.ts";

startPrinting();
afterEach(() => vi.unstubAllGlobals());

test("a press on a button for printing, or on what is in it, prints; a press elsewhere does not", () => {
  const print = vi.fn();
  vi.stubGlobal("print", print);
  document.body.innerHTML = "<button data-print><span>A4</span></button><button>Other</button>";
  const [own, other] = document.querySelectorAll("button");
  other?.click();
  expect(print).toHaveBeenCalledTimes(0);
  own?.querySelector("span")?.click();
  expect(print).toHaveBeenCalledTimes(1);
});
