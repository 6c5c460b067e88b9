import { useStaffText } from "../text/staff-text.tsx";
import type { Part } from "./form-part.ts";

/** Whether a published figure is revised or withdrawn. */
export function KindField({ values, set }: Part) {
  const { say } = useStaffText();
  return (
    <fieldset>
      <legend className="text-sm font-semibold">{say("form.kind")}</legend>
      <div className="mt-1 flex flex-wrap gap-x-6">
        {(["enter", "withdraw"] as const).map((kind) => (
          <label key={kind} className="flex min-h-11 items-center gap-2 text-sm">
            <input
              type="radio"
              name="kind"
              className="size-5"
              checked={values.kind === kind}
              onChange={() => set({ kind })}
            />
            {say(`form.kind.${kind}`)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
