// The keys of those whose files are taken: C2SP verifier keys (`name+hash+key`), one a line. And a sender's own key, as C2SP writes private
// ones (`PRIVATE+KEY+name+hash+key`), with which `mingcha household pack` signs.
import { createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fromBase64, toBase64 } from '#domain/kernel';
import { formatVkey, LedgerFormatError, parseVkey, verifierKey, type VerifierKey } from '#domain/ledger';
import { sha256 } from '#server/keys';

/** The file can't be used: nobody is trusted by it. */
export class SendersUnreadable extends Error {
  override readonly name = 'SendersUnreadable';
}

/** @throws SendersUnreadable */
export async function findSender(file: string, name: string): Promise<VerifierKey | undefined> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw new SendersUnreadable(`${file} can't be read`, { cause: error });
  });
  const lines = text.split(/\r?\n/).filter((line) => line !== '' && !line.startsWith('#'));
  const keys = lines.map((line, at) => {
    try {
      return parseVkey(line, sha256);
    } catch (error) {
      if (!(error instanceof LedgerFormatError)) throw error;
      throw new SendersUnreadable(`${file}: key ${at + 1} is no verifier key (${error.code})`);
    }
  });
  return keys.find((key) => key.name === name && key.type === 'ed25519');
}

export interface SenderKey {
  readonly name: string;
  /** What the platform is given. */
  readonly vkey: string;
  sign(message: Uint8Array): Uint8Array;
}

/** @returns the text of the private key's file */
export function newSenderKey(name: string): string {
  const seed = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }).d ?? '';
  const key = verifierKey(name, publicKeyOf(Buffer.from(seed, 'base64url')), sha256);
  const [, hash] = formatVkey(key).split('+');
  return `PRIVATE+KEY+${name}+${hash}+${toBase64(Buffer.concat([Buffer.of(1), Buffer.from(seed, 'base64url')]))}\n`;
}

/** undefined: it is no private key. */
export function readSenderKey(text: string): SenderKey | undefined {
  const parts = /^PRIVATE\+KEY\+(?<name>[^+\s]+)\+(?<hash>[0-9a-f]{8})\+(?<key>[A-Za-z0-9+/=]{44})\r?\n?$/.exec(text)?.groups;
  const material = parts ? fromBase64(parts['key'] ?? '') : new Uint8Array();
  if (!parts || material[0] !== 1) return undefined;
  const seed = material.subarray(1);
  const vkey = formatVkey(verifierKey(parts['name'] ?? '', publicKeyOf(seed), sha256));
  if (vkey.split('+')[1] !== parts['hash']) return undefined;
  return { name: parts['name'] ?? '', vkey, sign: (message) => sign(null, message, privateKeyOf(seed)) };
}

/** What precedes the seed in PKCS #8 (RFC 8410, section 7). */
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');

function privateKeyOf(seed: Uint8Array) {
  return createPrivateKey({ key: Buffer.concat([PKCS8_PREFIX, seed]), format: 'der', type: 'pkcs8' });
}

function publicKeyOf(seed: Uint8Array): Uint8Array {
  const x = createPublicKey(privateKeyOf(seed)).export({ format: 'jwk' }).x ?? '';
  return new Uint8Array(Buffer.from(x, 'base64url'));
}
