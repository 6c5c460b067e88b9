import { stringifySearch } from "../address/search.ts";

type Props = {
  search: Readonly<Record<string, unknown>>;
  /** Only those that an address names before, or after, the form's own field: sent in that order they need no redirect. */
  before?: string;
  after?: string;
};

/** What a form keeps of the address beside its own fields. */
export const HiddenFields = ({ search, before, after }: Props) =>
  [...new URLSearchParams(stringifySearch(search))]
    .filter(([name]) => (before === undefined || name < before) && (after === undefined || name > after))
    .map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />);
