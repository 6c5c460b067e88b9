/** ISO 3166-1 code of the country whose strategy this is. */
export const COUNTRY = "VNM";
