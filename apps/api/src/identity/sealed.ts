import { createHash } from "node:crypto";
import { xchacha20poly1305 } from "@noble/ciphers/chacha.js";
import { bytesToHex, hexToBytes, managedNonce, utf8ToBytes } from "@noble/ciphers/utils.js";

// The format of second factors since the first version: hex of nonce, ciphertext and tag.
const cipher = (secret: string) =>
  managedNonce(xchacha20poly1305)(new Uint8Array(createHash("sha256").update(secret).digest()));

/** Encrypts with XChaCha20-Poly1305 under the SHA-256 of the staff secret; hex. */
export const seal = (secret: string, text: string): string => bytesToHex(cipher(secret).encrypt(utf8ToBytes(text)));

/** Decrypts; throws if the secret differs or the text was changed. */
export function unseal(secret: string, sealed: string): string {
  try {
    return new TextDecoder().decode(cipher(secret).decrypt(hexToBytes(sealed)));
  } catch (cause) {
    throw new Error("A second factor was sealed with another STAFF_SECRET (staff.secret), or changed.", { cause });
  }
}
