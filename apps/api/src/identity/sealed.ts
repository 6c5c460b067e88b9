import { createHash } from "node:crypto";
import { xchacha20poly1305 } from "@noble/ciphers/chacha.js";
import { bytesToHex, hexToBytes, managedNonce, utf8ToBytes } from "@noble/ciphers/utils.js";

// The form in which second factors have been kept since the first version: hex of nonce, text and tag.
const cipher = (secret: string) =>
  managedNonce(xchacha20poly1305)(new Uint8Array(createHash("sha256").update(secret).digest()));

/** A text that only who has the staff secret can read: XChaCha20-Poly1305 under its SHA-256, in hex. */
export const seal = (secret: string, text: string): string => bytesToHex(cipher(secret).encrypt(utf8ToBytes(text)));

/** What was sealed. Throws where the secret is another, or the text was changed. */
export const unseal = (secret: string, sealed: string): string =>
  new TextDecoder().decode(cipher(secret).decrypt(hexToBytes(sealed)));
