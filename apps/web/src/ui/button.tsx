import type { ComponentProps } from "react";

type Props = ComponentProps<"button"> & {
  /** What the page is there for. */
  isMain?: boolean;
};

/** A button; it sends a form only as `type="submit"`. */
export const Button = ({ isMain = false, className = "", ...own }: Props) => (
  <button type="button" {...own} className={`button ${isMain ? "button-main" : ""} ${className}`} />
);
