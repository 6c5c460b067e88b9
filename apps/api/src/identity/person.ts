import { roles } from "@moc2030/shared/actions";
import { line } from "@moc2030/shared/schema/line";
import { codePoint, normalText } from "@moc2030/shared/text/clean";
import { z } from "zod";

export const role = z.enum(roles, `expected one of ${roles.join(", ")}`);

/**
 * Characters of a name: Latin letters with diacritics, digits, common punctuation. No other script, and no Latin
 * letters that look like another (Ð ð ı ĸ ŉ ſ).
 */
const NAMED =
  /[A-Za-z\u00c0-\u00cf\u00d1-\u00d6\u00d8-\u00ef\u00f1-\u00f6\u00f8-\u0130\u0132-\u0137\u0139-\u0148\u014a-\u017e\u01a0\u01a1\u01af\u01b0\u1e00-\u1eff0-9 .,'’()/-]/;
/** A name as printed beside a release: one line that starts with a letter. */
export const personName = line(100)
  .min(1)
  .superRefine((name, context) => {
    const odd = [...name].findIndex((character) => !NAMED.test(character));
    if (odd >= 0)
      context.addIssue(
        `expected a name in Latin letters: ${codePoint([...name][odd]?.codePointAt(0) ?? 0)} at position ${odd + 1} is none`,
      );
    else if (!/^[^0-9 .,'’()/-]/.test(name)) context.addIssue("expected a name that begins with a letter");
  });
/** The id of a listed body of the state, such as MOST; null for none. */
export const personBody = line(50).nullable();
export const newPerson = z.strictObject({
  email: z.email().max(200),
  name: personName,
  role,
  body: personBody.default(null),
});

/** Comparison key for names, which stand beside figures with nothing else to tell people apart. */
export const nameKey = (name: string): string =>
  normalText(name).toLowerCase().replaceAll("’", "'").replace(/\s+/g, " ").trim();

/** Names for lists. Identical ones, which cannot be created any more, get the local part of the email address. */
export function disambiguate<P extends { name: string; email: string }>(people: readonly P[]): P[] {
  const count = new Map<string, number>();
  for (const { name } of people) count.set(nameKey(name), (count.get(nameKey(name)) ?? 0) + 1);
  return people.map((person) =>
    (count.get(nameKey(person.name)) ?? 0) > 1
      ? { ...person, name: `${person.name} (${person.email.split("@")[0]})` }
      : person,
  );
}

/** The path of a one-time link; the token is in the fragment, which is never sent to a server. */
export const linkPath = (token: string) => `/set-up#${token}`;
