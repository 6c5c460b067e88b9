import { address, paths } from "../session/client.ts";

/** A kept copy of a source, as a download; the beginning of its hash tells two files of one name apart. */
export const EvidenceLink = ({ sha256, name }: { sha256: string; name: string }) => (
  <a href={address(paths.evidence[":sha256"].$path({ param: { sha256 } }))} download className="break-words">
    {name} <span className="num text-xs text-soft">{sha256.slice(0, 8)}</span>
  </a>
);
