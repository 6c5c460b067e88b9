import { dayInVietNam } from "@moc2030/shared/text/date";

let given: string | null = null;

/** Takes the day from the server, so that a page says the same there and here, whatever the device's clock says. */
export const setToday = (day: string | undefined): void => {
  given = day ?? null;
};

/** Today in Viet Nam, YYYY-MM-DD. */
export const today = (): string => given ?? dayInVietNam(new Date());
