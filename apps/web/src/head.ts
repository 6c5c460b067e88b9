import { createContext } from "react";

/** What a page says of itself outside its body. */
export type Head = { title: string; description: string | null };

/** Where a page writes that while the server draws it; null in a browser, which has a document. */
export const HeadContext = createContext<Head | null>(null);
