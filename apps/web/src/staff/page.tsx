import type { ReactNode, Ref } from "react";
import { PageLink } from "../address/page-link.tsx";
import { useTitle } from "./error-page.tsx";

type Props = {
  title: string;
  /** Document title, if it differs from the heading. */
  name?: string;
  /** Link to the parent page. */
  back?: { to: string; text: string };
  body?: string;
  heading?: Ref<HTMLHeadingElement>;
  /** Actions of the page as a whole, beside the heading. */
  action?: ReactNode;
  className?: string;
  children: ReactNode;
};

/** Page layout with heading; sets the document title. */
export function Page({ title, name = title, back, body, heading, action, className = "", children }: Props) {
  useTitle(name);
  return (
    <div className={`py-6 sm:py-8 ${className}`}>
      {back ? (
        <p className="mb-2 text-sm">
          <PageLink to={back.to}>{back.text}</PageLink>
        </p>
      ) : null}
      <div className="flex flex-wrap items-end justify-between gap-4">
        <h1 ref={heading} tabIndex={heading ? -1 : undefined} className="text-2xl">
          {title}
        </h1>
        {action}
      </div>
      {body ? <p className="measure mt-2 text-soft">{body}</p> : null}
      {children}
    </div>
  );
}
