import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { FileField } from "./fields.tsx";

afterEach(cleanup);

test("a file field hands over what is chosen, and is empty again for the same file", () => {
  const got: string[] = [];
  render(<FileField id="copy" label="Copy" accept=".pdf" onFile={({ name }) => got.push(name)} />);
  const field = screen.getByLabelText<HTMLInputElement>("Copy");
  let value = "C:\\fakepath\\a.pdf";
  Object.defineProperty(field, "value", { get: () => value, set: (next: string) => (value = next) });
  fireEvent.change(field, { target: { files: [new File(["%PDF"], "a.pdf")] } });
  expect([got, value]).toEqual([["a.pdf"], ""]);
});
