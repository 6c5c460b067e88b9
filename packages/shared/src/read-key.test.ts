import { expect, test } from "vitest";
import { readKey } from "./read-key.ts";

test("order and encoding of parameters do not matter, their values do", () => {
  expect(readKey("/api/v1/observations?area=VNM&indicator=A%2CB&lang=vi")).toBe(
    readKey("/api/v1/observations?lang=vi&indicator=A,B&area=VNM"),
  );
  expect(readKey("/api/v1/targets?lang=vi")).not.toBe(readKey("/api/v1/targets?lang=en"));
});
