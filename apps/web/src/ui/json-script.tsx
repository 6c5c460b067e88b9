/** Data that no browser runs. "<" could end the element; inside JSON text it can always be written otherwise. */
export const JsonScript = ({ type, data }: { type: `application/${string}json`; data: unknown }) => (
  // biome-ignore lint/security/noDangerouslySetInnerHtml: no tag can end in it
  <script type={type} dangerouslySetInnerHTML={{ __html: JSON.stringify(data).replaceAll("<", "\\u003c") }} />
);
