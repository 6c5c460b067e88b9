import type { ComponentProps } from "react";

type Props = ComponentProps<"button"> & {
  /** Primary style. */
  isMain?: boolean;
};

/** A button; `type="button"` unless given. */
export const Button = ({ isMain = false, className = "", ...own }: Props) => (
  <button type="button" {...own} className={`button ${isMain ? "button-main" : ""} ${className}`} />
);
