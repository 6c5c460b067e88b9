import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { i18nOf } from "../../text/catalogue.ts";
import en from "../../text/en.json" with { type: "json" };
import staffEn from "../../text/staff.en.json" with { type: "json" };
import { TextProvider } from "../../text/text.tsx";
import { TextField } from "../../ui/fields.tsx";
import { ProblemError } from "./client.ts";
import { Form, useForm } from "./form.tsx";

type Typed = { name: string; age: string };
const send = vi.fn<(typed: Typed) => Promise<unknown>>();
const queries = new QueryClient();
const refusal = (slug: string) => new ProblemError(409, { type: `urn:moc2030:problem:${slug}` });

function Person({ at }: { at?: string }) {
  const form = useForm<Typed>({
    check: ({ name }) => ({ name: name === "" && "Who?" }),
    send,
    refused: (error) => (error instanceof ProblemError && error.slug === "conflict" ? { name: "Taken" } : undefined),
    ...(at && { at }),
  });
  return (
    <Form form={form}>
      <TextField id="name" label="Name" />
      <TextField id="age" label="Age" />
      <button type="submit">Send</button>
    </Form>
  );
}

const draw = (at?: string) =>
  render(
    <QueryClientProvider client={queries}>
      <TextProvider i18n={i18nOf("en", { ...en, ...staffEn })}>{at ? <Person at={at} /> : <Person />}</TextProvider>
    </QueryClientProvider>,
  );
const type = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });
const press = () => fireEvent.click(screen.getByRole("button"));
beforeEach(() => void send.mockReset().mockResolvedValue({}));
afterEach(cleanup);

test("what is missing stands above the form and beside its field, has the focus, and nothing is sent", () => {
  draw();
  press();
  expect(document.activeElement).toBe(screen.getByRole("alert"));
  expect(screen.getByRole("link").textContent).toBe("Who?");
  const name = screen.getByLabelText("Name");
  expect(name.getAttribute("aria-invalid")).toBe("true");
  expect(document.getElementById(name.getAttribute("aria-describedby") ?? "")?.textContent).toBe("Who?");
  expect(send).not.toHaveBeenCalled();
});

test("what the fields hold is sent once, however often it is pressed, and what staff have read is stale then", async () => {
  let done = (_: unknown) => {};
  send.mockReturnValue(new Promise((resolve) => (done = resolve)));
  queries.setQueryData(["staff", "x"], 1);
  draw();
  type("Name", "Lan");
  press();
  press();
  await waitFor(() => expect(send).toHaveBeenCalledTimes(1));
  expect(send.mock.calls[0]?.[0]).toEqual({ name: "Lan", age: "" });
  done({});
  await waitFor(() => expect(queries.getQueryState(["staff", "x"])?.isInvalidated).toBe(true));
  press();
  await waitFor(() => expect(send).toHaveBeenCalledTimes(2));
});

test("a refusal stands beside the field that it is of, any other above the form, and goes with the next try", async () => {
  draw();
  type("Name", "Lan");
  send.mockRejectedValueOnce(refusal("conflict"));
  press();
  await screen.findByRole("link", { name: "Taken" });
  send.mockRejectedValueOnce(refusal("stale"));
  press();
  await screen.findByText("Somebody has just changed this. Look at the new version and try again.");
  expect(screen.queryByText("Taken")).toBeNull();
  press();
  await waitFor(() => expect(screen.queryByRole("alert")).toBeNull());
});

test("where one field is named for it, a refusal stands there alone", async () => {
  draw("age");
  type("Name", "Lan");
  send.mockRejectedValueOnce(refusal("stale"));
  press();
  await waitFor(() => expect(screen.getByLabelText("Age").getAttribute("aria-invalid")).toBe("true"));
  expect(screen.queryByRole("alert")).toBeNull();
});
