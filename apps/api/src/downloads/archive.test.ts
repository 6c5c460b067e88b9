import { createHash } from "node:crypto";
import { unzipSync } from "fflate";
import { expect, test } from "vitest";
import { archive } from "./archive.ts";

const text = Array.from(
  { length: 20_000 },
  (_, i) => `EGDI_RANK,UNDESA,VNM,${2000 + (i % 26)},${(i * i) % 193}\r\n`,
).join("");
const files = () => [
  { name: "README.md", content: Buffer.from("Mốc 2030\n") },
  { name: "data.csv", content: Buffer.from(text) },
  { name: "empty.csv", content: new Uint8Array(0) },
];

test("an archive unpacks to the same files in the same order", async () => {
  const unpacked = unzipSync(await archive(files()));
  expect(Object.keys(unpacked)).toEqual(["README.md", "data.csv", "empty.csv"]);
  expect(Buffer.from(unpacked["data.csv"] as Uint8Array).toString()).toBe(text);
});

// Other bytes would change every workbook and bundle ever cited: docs/decisions/0005.
test("the bytes of an archive never change", async () => {
  expect(
    createHash("sha256")
      .update(await archive(files()))
      .digest("hex"),
  ).toBe("dcea7f6f1686d1b2048eeacb86189b7b887e077d4c5e6350f56f449f0a31e751");
});
