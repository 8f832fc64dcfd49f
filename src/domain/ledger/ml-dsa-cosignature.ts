// ML-DSA-44 cosignatures (c2sp.org/tlog-cosignature, type 0x06; FIPS 204): a log signs its month-end checkpoints so as well, for the day
// when Ed25519 no longer convinces. What is signed is the checkpoint's head and the signer's name, not its extension lines.
import { concatBytes, utf8 } from '#domain/kernel';
import { parseCheckpoint } from './checkpoint.ts';
import { mlDsaSignatureLength, type SignMlDsa, type VerifyMlDsa } from './hashing.ts';
import { LedgerFormatError } from './ledger-format-error.ts';
import type { Note, NoteSignature } from './signed-note.ts';
import type { VerifierKey } from './verifier-key.ts';

const label = utf8('subtree/v1\n\0');
const timeLength = 8;

/** `text`: the note's, with its last newline. Without a time: nothing is said about whether it was the largest tree. */
export function signMlDsaCosignature(text: string, { name, keyId, type }: VerifierKey, sign: SignMlDsa): NoteSignature {
  if (type !== 'ml-dsa-44-cosignature') throw new LedgerFormatError('vkey-unknown-type', 'this cosignature takes an ML-DSA-44 key');
  return { name, keyId, signature: concatBytes(uint64(0n), sign(cosignedMessage(name, 0n, text))) };
}

export function verifyMlDsaCosignature(
  { text, signatures }: Note,
  key: VerifierKey,
  verify: VerifyMlDsa,
): 'verified' | 'wrong-signature' | 'not-signed' {
  const own = signatures.filter(({ name, keyId }) => name === key.name && keyId === key.keyId);
  if (own.length === 0 || key.type !== 'ml-dsa-44-cosignature') return 'not-signed';
  const holds = ({ signature }: NoteSignature): boolean => {
    if (signature.length !== timeLength + mlDsaSignatureLength) return false;
    const time = new DataView(signature.buffer, signature.byteOffset).getBigUint64(0);
    return time < 2n ** 63n && verify(key.publicKey, cosignedMessage(key.name, time, text), signature.subarray(timeLength));
  };
  return own.every(holds) ? 'verified' : 'wrong-signature';
}

/** `cosigned_message` of the specification, in the presentation of RFC 8446, section 3: a subtree that starts at 0 is the whole tree. */
function cosignedMessage(cosigner: string, time: bigint, text: string): Uint8Array {
  const { origin, size, rootHash } = parseCheckpoint(text);
  return concatBytes(label, opaque(cosigner), uint64(time), opaque(origin), uint64(0n), uint64(BigInt(size)), rootHash);
}

/** opaque<1..2^8-1> */
function opaque(name: string): Uint8Array {
  const bytes = utf8(name);
  if (bytes.length === 0 || bytes.length > 255) throw new LedgerFormatError('key-name-malformed', 'a name has 1 to 255 bytes');
  return concatBytes(Uint8Array.of(bytes.length), bytes);
}

function uint64(value: bigint): Uint8Array {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, value);
  return bytes;
}
