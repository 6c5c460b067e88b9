import { PageLink } from "../address/page-link.tsx";
import type { Body } from "../client/api.ts";

const escaped = (name: string) => name.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** A text with the names of bodies linked to their pages. */
export function BodyNames({ text, bodies }: { text: string; bodies: readonly Body[] }) {
  if (bodies.length === 0) return text;
  // Longest first: "Cục Thống kê, Bộ Tài chính" contains another body's name.
  const names = bodies.map(({ name }) => escaped(name)).sort((a, b) => b.length - a.length);
  return text.split(new RegExp(`(${names.join("|")})`)).map((part, index) => {
    const body = index % 2 === 1 ? bodies.find(({ name }) => name === part) : undefined;
    return body ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts are never reordered
      <PageLink key={index} to={`/bodies/${body.id}`}>
        {part}
      </PageLink>
    ) : (
      part
    );
  });
}
