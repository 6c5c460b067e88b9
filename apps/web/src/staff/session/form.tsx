import { type QueryKey, useMutation, useQueryClient } from "@tanstack/react-query";
import { type ComponentProps, useRef, useState } from "react";
import { useStaffText } from "../../text/staff-text.tsx";
import { ErrorSummary, type SummaryError } from "../../ui/error-summary.tsx";
import { FieldErrors } from "../../ui/fields.tsx";
import { problemText } from "./problem-text.ts";

type ChangeOptions<R> = {
  onSuccess?: (answer: R) => unknown;
  onError?: (error: unknown) => void;
  /** Key prefix of the queries to invalidate; null for none. */
  stale?: QueryKey | null;
};

/** A mutation with its problem as text. Ignores calls while one is pending. */
export function useChange<R, V = void>(act: (values: V) => Promise<R>, options: ChangeOptions<R> = {}) {
  const text = useStaffText();
  const queries = useQueryClient();
  const { onSuccess, onError, stale = ["staff"] } = options;
  const isBusy = useRef(false);
  const { mutate, isPending, error } = useMutation({
    mutationFn: act,
    onSuccess: (answer) => onSuccess?.(answer),
    onError: (failure) => onError?.(failure),
    onSettled: () => {
      isBusy.current = false;
      return stale ? queries.invalidateQueries({ queryKey: stale }) : undefined;
    },
  });
  const run = (values: V) => {
    if (isBusy.current) return;
    isBusy.current = true;
    mutate(values);
  };
  return { run, isPending, problem: error ? problemText(error, text) : null };
}

/** Errors by field id; "" for the form as a whole. */
type Errors = Readonly<Record<string, string | false | null | undefined>>;
type FormOptions<V, R> = Omit<ChangeOptions<R>, "onError"> & {
  /** Client-side validation before sending. */
  check?: (values: V) => Errors;
  send: (values: V) => Promise<R>;
  /** Field errors for a refused request, where the problem's own text is not specific enough. */
  refused?: (error: unknown) => Errors | undefined;
  /** The field that shows the problem of a refused request; by default the summary above the form. */
  at?: string;
};

/** Form state: validation, submission, errors. `V` holds the fields by id. */
export function useForm<V, R = unknown>({ check, send, refused, at = "", ...options }: FormOptions<V, R>) {
  const text = useStaffText();
  const [errors, setErrors] = useState<SummaryError[]>([]);
  const show = (found: Errors): boolean => {
    const list = Object.entries(found).flatMap(([field, said]) => (said ? [{ field, text: said }] : []));
    setErrors(list);
    return list.length > 0;
  };
  const onError = (error: unknown) => void show(refused?.(error) ?? { [at]: problemText(error, text) });
  const { run, isPending } = useChange(send, { ...options, onError });
  const submit = (values: V) => {
    if (!show(check?.(values) ?? {})) run(values);
  };
  return { submit, isPending, errors, hasSummary: at === "", clear: () => setErrors([]) };
}

type FormProps<V> = { form: Pick<ReturnType<typeof useForm<V>>, "submit" | "errors" | "hasSummary"> };

/** A form that submits its fields and renders errors. */
export function Form<V>({ form, children, ...rest }: FormProps<V> & Omit<ComponentProps<"form">, "onSubmit">) {
  const { say } = useStaffText();
  const { submit, errors, hasSummary } = form;
  return (
    <form
      noValidate
      {...rest}
      onSubmit={(event) => {
        event.preventDefault();
        submit(Object.fromEntries(new FormData(event.currentTarget)) as V);
      }}
    >
      {hasSummary ? <ErrorSummary title={say("form.problem")} errors={errors} turn={errors} /> : null}
      <FieldErrors value={Object.fromEntries(errors.map(({ field, text }) => [field, text]))}>{children}</FieldErrors>
    </form>
  );
}
