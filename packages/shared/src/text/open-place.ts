/** A place that is left for a person, in square brackets: "[Căn cứ …]". */
export const OPEN_PLACE = /\[[^[\]]*\]/g;

/**
 * What a person may have left open: any bracket, of full width or unclosed too, but for a reference to a note: "[1]",
 * "[2, 3]".
 */
const LEFT_OPEN = /[[［](?!\s*\d{1,3}(?:\s*[,;–-]\s*\d{1,3})*\s*[\]］])(?:[^[\]［］]*[\]］]|[^[\]［］\n]*)/g;

/** The places that a text by hand leaves open. */
export const leftOpen = (text: string): string[] => [...text.matchAll(LEFT_OPEN)].map(([place]) => place);

/** How many places of a text are left open. */
export const openPlaces = (text: string): number => text.match(OPEN_PLACE)?.length ?? 0;
