/** A place that is left for a person, in square brackets: "[Căn cứ …]". */
export const OPEN_PLACE = /\[[^[\]]*\]/g;

/** How many places of a text are left open. */
export const openPlaces = (text: string): number => text.match(OPEN_PLACE)?.length ?? 0;
