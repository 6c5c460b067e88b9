/** Every page at least once, in both languages and at a past day: what is asked of all pages is asked at these addresses. */
export const addresses = [
  "/",
  "/?lang=en",
  "/?asOf=2024-12-31",
  "/indicators",
  "/indicators?lang=en",
  "/indicators/EGDI_RANK",
  "/indicators/DIGITAL_ECONOMY_GDP?lang=en",
  "/indicators/GII_RANK?tab=table&asOf=2024-12-31",
  "/strategy",
  "/strategy?lang=en&topic=hcmc_centre",
  "/compare",
  "/compare?lang=en&indicator=EGDI_RANK&areas=VNM,SGP&tab=table",
  "/compare?asOf=2024-12-31",
  "/data",
  "/data?lang=en",
];
