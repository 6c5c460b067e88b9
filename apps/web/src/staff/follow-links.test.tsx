import { QueryClient } from "@tanstack/react-query";
import { createMemoryHistory } from "@tanstack/react-router";
import { afterEach, expect, test } from "vitest";
import { followLinks } from "./follow-links.ts";
import { makeRouter } from "./router.tsx";

let stop = () => {};
afterEach(() => {
  stop();
  document.body.replaceChildren();
});

/** Clicks a link in the app of staff; tells whether the browser may follow it, and where the app is then. */
async function click(href: string, init: MouseEventInit = {}) {
  const history = createMemoryHistory({ initialEntries: ["/set-up?lang=en"] });
  const router = makeRouter(new QueryClient(), { history });
  stop = followLinks(router);
  const link = document.createElement("a");
  link.href = href;
  document.body.append(link);
  // jsdom does not load documents: what it would follow ends here.
  let isForBrowser = true;
  document.addEventListener(
    "click",
    (event) => {
      isForBrowser = !event.defaultPrevented;
      event.preventDefault();
    },
    { once: true },
  );
  link.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, ...init }));
  return [isForBrowser, router.history.location.href];
}

test("a link to a page of staff is followed within the app, with what its address says", async () => {
  expect(await click("/review?lang=en")).toEqual([false, "/review?lang=en"]);
});

test.each(["/", "/data?lang=en", "/indicators/GII_RANK", "https://www.wipo.int/"])(
  "a link to %s, which is no page of staff, is the browser's",
  async (href) => {
    expect(await click(href)).toEqual([true, "/set-up?lang=en"]);
  },
);

test.each([{ ctrlKey: true }, { metaKey: true }, { shiftKey: true }, { button: 1 }])(
  "a click with %j asks for a new window, which is the browser's",
  async (init) => {
    expect(await click("/review", init)).toEqual([true, "/set-up?lang=en"]);
  },
);
