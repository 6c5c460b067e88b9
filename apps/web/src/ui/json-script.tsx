/** A data block. "<" is escaped so that the content cannot close the element. */
export const JsonScript = ({ type, data }: { type: `application/${string}json`; data: unknown }) => (
  // biome-ignore lint/security/noDangerouslySetInnerHtml: "<" is escaped
  <script type={type} dangerouslySetInnerHTML={{ __html: JSON.stringify(data).replaceAll("<", "\\u003c") }} />
);
