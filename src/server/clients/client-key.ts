// The key of a client service (NV-3.7): 32 bytes derived from the programme's own secret and the key's id. No copy of it stands anywhere;
// it is shown once, when it is issued, and whoever takes the database has none.
import { createHmac, randomBytes } from 'node:crypto';
import { toBase64Url } from '#domain/kernel';
import type { Keystore } from '#server/keys';

export function newKeyId(): string {
  return `ck_${randomBytes(16).toString('base64url')}`;
}

export function deriveKey(keystore: Pick<Keystore, 'programmeKey'>, programme: string, keyId: string): Uint8Array {
  return createHmac('sha256', keystore.programmeKey(programme, 'client-services')).update(`client-key\0${keyId}`).digest();
}

/** As it is handed over, once. */
export interface IssuedKey {
  readonly id: string;
  readonly secret: string;
  /** To copy into the service's settings. */
  readonly snippet: string;
}

export function issuedKey(keystore: Pick<Keystore, 'programmeKey'>, programme: string, keyId: string): IssuedKey {
  const secret = `mck_${toBase64Url(deriveKey(keystore, programme, keyId))}`;
  return { id: keyId, secret, snippet: `MINGCHA_KEY_ID=${keyId}\nMINGCHA_KEY=${secret}\n` };
}
