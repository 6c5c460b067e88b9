import { useText } from "../text/text.tsx";
import { Menu } from "../ui/menu.tsx";
import { SearchForm } from "./search-form.tsx";

const glass = (
  <svg
    viewBox="0 0 20 20"
    className="size-5 shrink-0"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.6"
    aria-hidden="true"
  >
    <circle cx="8.5" cy="8.5" r="5.5" />
    <path d="m12.5 12.5 5 5" />
  </svg>
);

/** The search field of every page, in the header. */
export function SearchControl() {
  const { say } = useText();
  return (
    <Menu label={say("search.title")} button={glass}>
      <div className="sm:w-96">
        <SearchForm id="site-q" />
      </div>
    </Menu>
  );
}
