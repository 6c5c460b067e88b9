import { expectLinear } from "@moc2030/shared/growth.fixture";
import { describe, test } from "vitest";
import { labelsAsCdata } from "../charts/labels-as-cdata.ts";
import { lineBreaks } from "./line-breaks.ts";

const repeated = (part: string) => (length: number) => part.repeat(length / part.length);
const worst: Record<string, (length: number) => string> = {
  digits: repeated("1"),
  "digits apart": repeated("1 "),
  dashes: repeated("–"),
  years: repeated("2020–"),
  hyphens: repeated("1-"),
  letters: repeated("ệ"),
  "digits and letters": repeated("1a"),
  "signs before a figure": repeated("số ("),
  "figures as long as one may be": repeated(`${"1".padEnd(32, "a")} `),
  "stops after a figure": (length) => `1${".".repeat(length)}x`,
  references: repeated("&lt; "),
  apostrophes: repeated("&#x27;"),
  "tags without text": repeated("<b></b>"),
  labels: repeated("<text></text>"),
};
describe.each(Object.entries({ lineBreaks, labelsAsCdata }))(
  "%s takes at most twice as long for twice the HTML",
  (_, pass) =>
    test.each(Object.keys(worst))("%s", (name) =>
      expectLinear(
        (text) => pass(`<p>${text}</p><svg><text>${text}</text></svg>`),
        worst[name] as (n: number) => string,
      ),
    ),
);
