// AES-256-GCM under a fresh data key, itself wrapped by an epoch's key: for records and for whatever else must be forgotten with them.
import { createCipheriv, createDecipheriv } from 'node:crypto';
import { drawRandom } from './draw-random.ts';
import type { Epoch, Keystore } from './keystore.ts';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

export interface Encrypted {
  /** The data key, wrapped (40 bytes). */
  readonly key: Buffer;
  /** nonce ‖ ciphertext ‖ tag */
  readonly box: Buffer;
}

/** @param bound what the box belongs to: it opens nowhere else (additional authenticated data) */
export function encryptUnder(keystore: Keystore, epoch: Epoch, bound: Uint8Array, plaintext: Uint8Array): Encrypted {
  const { key, wrapped } = keystore.newDataKey(epoch);
  const nonce = drawRandom(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(bound);
  const ciphertext = cipher.update(plaintext);
  cipher.final();
  return { key: wrapped, box: Buffer.concat([nonce, ciphertext, cipher.getAuthTag()]) };
}

/**
 * undefined: the bytes are not what was encrypted for `bound`.
 * @throws KeystoreFault `epoch-destroyed` when it is forgotten, `wrong-root-key` when the wrapped key was changed
 */
export function decryptUnder(
  keystore: Keystore,
  epoch: Epoch,
  bound: Uint8Array,
  encrypted: { key: Uint8Array; box: Uint8Array },
): Buffer | undefined {
  const { key, box } = encrypted;
  const dataKey = keystore.unwrapDataKey(epoch, key);
  if (box.length < NONCE_BYTES + TAG_BYTES) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', dataKey, box.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
  decipher.setAAD(bound).setAuthTag(box.subarray(-TAG_BYTES));
  const plaintext = decipher.update(box.subarray(NONCE_BYTES, -TAG_BYTES));
  try {
    decipher.final();
    return plaintext;
  } catch {
    return undefined;
  }
}
