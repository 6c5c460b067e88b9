import type { ReactNode } from "react";
import { useAddress } from "../address/address.ts";
import { stringifySearch } from "../address/search.ts";

type Props = {
  /** The parameters that it asks for itself, and those that another choice begins anew. The rest of the address is kept. */
  own: readonly string[];
  /** The part of the page that it leads to. */
  hash?: string;
  className?: string;
  children: ReactNode;
};

/** A form whose answer is another address of the same page; the server puts that into its one spelling. */
export function GetForm({ own, hash, className, children }: Props) {
  const { path, search } = useAddress();
  const kept = [...new URLSearchParams(stringifySearch(search))].filter(([name]) => !own.includes(name));
  return (
    // What a browser remembers of a form would stand for a choice that the address does not say.
    <form method="get" action={hash ? `${path}#${hash}` : path} autoComplete="off" className={className}>
      {kept.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </form>
  );
}
