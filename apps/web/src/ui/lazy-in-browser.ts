import { type ComponentType, lazy } from "react";

/**
 * A part that only the browser draws, such as a chart, from a chunk of its own. The server sends what stands in for
 * it: it does not know how wide the part will be, and inline styles in its document would break the security policy.
 */
export function lazyInBrowser<P>(load: () => Promise<{ default: ComponentType<P> }>) {
  return lazy<ComponentType<P>>(typeof document === "undefined" ? () => new Promise(() => {}) : load);
}
