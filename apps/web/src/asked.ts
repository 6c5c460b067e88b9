import { useLocation, useMatches } from "@tanstack/react-router";
import { createContext, use, useEffect, useState } from "react";
import { type Asked, type NotUnderstood, notUnderstood } from "./document/not-understood.ts";

/** The address with which the page was opened, before the router put it right. */
export const AskedContext = createContext<Asked | null>(null);

/** The parameters of the page as it understood them: to the routes above it they are as they were written. */
export const usePageSearch = () =>
  useMatches({ select: (matches) => matches.at(-1)?.search ?? {} }) as Record<string, unknown>;

/** What that address asked for that the page could make nothing of, for as long as the page shows the figures of that address. */
export function useNotUnderstood(): NotUnderstood[] {
  const asked = use(AskedContext);
  const search = usePageSearch();
  const path = useLocation({ select: ({ pathname }) => pathname });
  const [first] = useState(search);
  const [isLeft, setIsLeft] = useState(false);
  const isElsewhere = path !== asked?.path;
  useEffect(() => {
    if (isElsewhere) setIsLeft(true);
  }, [isElsewhere]);
  if (!asked || isElsewhere || isLeft) return [];
  return notUnderstood(asked.search, first).filter(
    ({ name }) => JSON.stringify(search[name]) === JSON.stringify(first[name]),
  );
}
