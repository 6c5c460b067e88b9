import type { ReactNode } from "react";

type Described = { id: string; "aria-describedby"?: string; "aria-invalid"?: true };
type Props = {
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string | null | undefined;
  /** Draws the control with what ties it to label, hint and error. */
  children: (tied: Described) => ReactNode;
  className?: string;
};

/** A label, its hint, what is wrong, and the control, in this order. */
export function FormField({ id, label, hint, error, children, className = "" }: Props) {
  const described = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");
  return (
    <div className={`${error ? "border-s-4 border-(--moving-away) ps-3" : ""} ${className}`}>
      <label htmlFor={id} className="block text-sm font-semibold">
        {label}
      </label>
      {hint ? (
        <p id={`${id}-hint`} className="mt-0.5 text-xs text-soft">
          {hint}
        </p>
      ) : null}
      {error ? (
        <p id={`${id}-error`} className="mt-1 text-sm font-semibold text-(--moving-away)">
          {error}
        </p>
      ) : null}
      <div className="mt-1">
        {children({
          id,
          ...(described && { "aria-describedby": described }),
          ...(error ? { "aria-invalid": true as const } : {}),
        })}
      </div>
    </div>
  );
}
