/** Every page once, in Vietnamese and as of now. */
export const pages = [
  "/",
  "/indicators",
  "/indicators/EGDI_RANK",
  "/indicators/DIGITAL_ECONOMY_GDP",
  "/strategy",
  "/releases",
  "/releases/53",
  "/releases/compare?from=2024-12-31",
  "/compare",
  "/data",
  "/about",
];

/** Those of them that are documents, which no script takes over. */
export const documents: readonly string[] = [
  "/indicators",
  "/indicators/EGDI_RANK",
  "/indicators/DIGITAL_ECONOMY_GDP",
  "/strategy",
  "/releases",
  "/releases/53",
  "/releases/compare?from=2024-12-31",
  "/about",
];

/** The same address in English. */
export const inEnglish = (address: string): string => `${address}${address.includes("?") ? "&" : "?"}lang=en`;

/** Every page in both languages, and what an address can say beside that: what is asked of all pages is asked here. */
export const addresses = [
  ...pages.flatMap((page) => [page, inEnglish(page)]),
  "/?asOf=2024-12-31",
  "/indicators/GII_RANK?tab=table&asOf=2024-12-31",
  "/strategy?lang=en&topic=hcmc_centre",
  "/releases?lang=en&indicator=GII_RANK&year=2024",
  "/releases/48?lang=en&asOf=2024-12-31",
  "/releases/compare?lang=en&from=2023-12-31&to=2024-12-31",
  "/compare?lang=en&indicator=EGDI_RANK&areas=VNM,SGP&tab=table",
  "/compare?asOf=2024-12-31",
];
