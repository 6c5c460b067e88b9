/** Every page once, in Vietnamese and as of now. */
export const pages = [
  "/",
  "/indicators",
  "/indicators/EGDI_RANK",
  "/indicators/DIGITAL_ECONOMY_GDP",
  "/indicators/DIGITAL_ECONOMY_GDP/revisions/2023",
  "/targets/D2289-2030-EGDI_RANK",
  "/bodies",
  "/bodies/MOF",
  "/strategy",
  "/releases",
  "/releases/53",
  "/releases/compare?from=2024-12-31",
  "/corrections",
  "/report",
  "/compare",
  "/data",
  "/follow",
  "/search?q=egdi",
  "/about",
];

/** The same address in English. */
export const inEnglish = (address: string): string => `${address}${address.includes("?") ? "&" : "?"}lang=en`;

/** Every page in both languages, and what an address can say beside that: what is asked of all pages is asked here. */
export const addresses = [
  ...pages.flatMap((page) => [page, inEnglish(page)]),
  "/?asOf=2024-12-31",
  "/indicators/GII_RANK?tab=table&asOf=2024-12-31",
  "/bodies/MPI?asOf=2024-12-31",
  "/strategy?lang=en&topic=hcmc_centre",
  "/releases?lang=en&indicator=GII_RANK&year=2024",
  "/releases/48?lang=en&asOf=2024-12-31",
  "/releases/compare?lang=en&from=2023-12-31&to=2024-12-31",
  "/compare?lang=en&indicator=EGDI_RANK&areas=VNM,SGP&tab=table",
  "/compare?asOf=2024-12-31",
  "/data?lang=en&area=ASEAN&from=2020&indicator=GII_RANK&sort=-value&page=2",
  "/data?area=ALL&history=true&include=target&asOf=2024-12-31",
  "/follow?indicator=GII_RANK",
  "/follow?body=MOST&lang=en",
  "/search",
  "/report?asOf=2024-12-31&period=2024-H1&lang=en",
  "/search?asOf=2024-12-31&lang=en&q=korea",
  "/compare?lang=en&paths=1&pins=SGP&tab=places",
];

/** Charts for pages elsewhere: documents without a frame and without a script. */
export const embeds = [
  "/embed/indicators/EGDI_RANK",
  "/embed/indicators/DIGITAL_ECONOMY_GDP?lang=en",
  "/embed/indicators/GII_RANK?asOf=2024-12-31&theme=dark",
  "/embed/targets/D2289-2030-EGDI_RANK?lang=en&theme=dark",
  "/embed/targets/D2289-2030-GCI_RANK",
  "/embed/compare?indicator=EGDI_RANK",
  "/embed/compare?areas=VNM,KOR&indicator=GII_RANK&lang=en&theme=dark",
  "/embed/indicators/NO_SUCH?lang=en",
  "/embed/indicators/EGDI_RANK?lang=fr",
];
