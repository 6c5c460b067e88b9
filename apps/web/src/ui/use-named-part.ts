import { useHydrated } from "@tanstack/react-router";
import { useEffect, useRef } from "react";

/**
 * Goes to the part of a page that its address names (`#two-figures`), once the page is there: the router looks for it
 * as soon as the address has changed, when the answers may yet have to come. On a page that came as a document the
 * browser has gone there itself.
 */
export function useNamedPart() {
  const isFromHere = useRef(useHydrated());
  useEffect(() => {
    if (isFromHere.current) document.getElementById(location.hash.slice(1))?.scrollIntoView();
  }, []);
}
