import type { ReactNode } from "react";
import { useAddress } from "../address/address.ts";
import { stringifySearch } from "../address/search.ts";

type Props = {
  /** Parameters that the form sets or resets (`page`). All others of the current URL are kept as hidden fields. */
  own: readonly string[];
  /** Fragment of the form's URL. */
  hash?: string;
  className?: string;
  children: ReactNode;
};

/** A GET form that changes the query of the current page; the server redirects to the canonical URL. */
export function GetForm({ own, hash, className, children }: Props) {
  const { path, search } = useAddress();
  const kept = [...new URLSearchParams(stringifySearch(search))].filter(([name]) => !own.includes(name));
  return (
    // Values that the browser restores on reload would not match the URL.
    <form method="get" action={hash ? `${path}#${hash}` : path} autoComplete="off" className={className}>
      {kept.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </form>
  );
}
