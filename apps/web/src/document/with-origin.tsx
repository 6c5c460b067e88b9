import { Fragment } from "react";

/**
 * A text whose URL lacks the origin, since `PUBLIC_ORIGIN` is not set; islands/origin.ts prepends it in the browser.
 */
export const WithOrigin = ({ text, address }: { text: string; address: string }) =>
  text.split(address).map((part, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, never reordered
    <Fragment key={i}>
      {i > 0 ? (
        <>
          <span data-origin="" />
          {address}
        </>
      ) : null}
      {part}
    </Fragment>
  ));
