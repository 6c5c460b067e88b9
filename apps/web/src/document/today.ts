import { dayInVietNam } from "@moc2030/shared/text/date";

let given: string | null = null;

/** Sets the server's day, so that server and client agree whatever the device's clock. */
export const setToday = (day: string | undefined): void => {
  given = day ?? null;
};

/** Today in Viet Nam, YYYY-MM-DD. */
export const today = (): string => given ?? dayInVietNam(new Date());
