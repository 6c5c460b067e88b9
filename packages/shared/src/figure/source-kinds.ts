/** Kinds of source. `press`: a news page that quotes the publisher; `third_party`: somebody's copy or extraction of a published file; `official_letter`: a letter from one body to another. */
export const SOURCE_KINDS = [
  "primary",
  "primary_copy",
  "legal_text",
  "government",
  "press",
  "third_party",
  "derived",
  "memory",
  "official_letter",
] as const;
