import { address, paths } from "../session/client.ts";

/** A kept copy of a source, as a download; the beginning of its hash tells two files of one name apart. */
export const EvidenceLink = ({ hash, name }: { hash: string; name: string }) => (
  <a href={address(paths.evidence[":sha256"].$path({ param: { sha256: hash } }))} download className="break-words">
    {name} <span className="num text-xs text-soft">{hash.slice(0, 8)}</span>
  </a>
);
