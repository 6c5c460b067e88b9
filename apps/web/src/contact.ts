let given: string | null = null;

/** Takes from the server whom readers can write to; nobody where it says nothing. */
export const setContact = (address: string | undefined): void => {
  given = address || null;
};

/** The address to report an error to, given by whoever operates this installation; null where none is. */
export const contact = (): string | null => given;
