import { useText } from "../text/text.tsx";

/** Prints the page, which is laid out for one A4 page. */
export function PrintButton() {
  const { say } = useText();
  return (
    <button type="button" data-print className="button needs-script">
      {say("page.print")}
    </button>
  );
}
