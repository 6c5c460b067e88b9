/** Kinds of source. `press`: a news page that quotes the publisher; `third_party`: somebody's copy or extraction of a published file. */
export const SOURCE_KINDS = [
  "primary",
  "primary_copy",
  "legal_text",
  "government",
  "press",
  "third_party",
  "derived",
  "memory",
] as const;
