import { PageLink } from "../address/page-link.tsx";
import type { Body } from "../client/api.ts";

const escaped = (name: string) => name.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** A text in which each name of a body leads to its page. */
export function BodyNames({ text, bodies }: { text: string; bodies: readonly Body[] }) {
  if (bodies.length === 0) return text;
  // The longest first: "Cục Thống kê, Bộ Tài chính" holds another body's name.
  const names = bodies.map(({ name }) => escaped(name)).sort((a, b) => b.length - a.length);
  return text.split(new RegExp(`(${names.join("|")})`)).map((part, index) => {
    const body = index % 2 === 1 ? bodies.find(({ name }) => name === part) : undefined;
    return body ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never change places
      <PageLink key={index} to={`/bodies/${body.id}`}>
        {part}
      </PageLink>
    ) : (
      part
    );
  });
}
