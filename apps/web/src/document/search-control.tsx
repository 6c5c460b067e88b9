import { useText } from "../text/text.tsx";
import { Icon } from "../ui/icon.tsx";
import { Menu } from "../ui/menu.tsx";
import { SearchForm } from "./search-form.tsx";

const glass = (
  <Icon>
    <circle cx="8.5" cy="8.5" r="5.5" />
    <path d="m12.5 12.5 5 5" />
  </Icon>
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
