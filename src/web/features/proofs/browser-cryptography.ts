// The cryptography that the checks need, in the browser and at once: the platform's own is asynchronous, and absent where a page is
// served without TLS.
import * as ed25519 from '@noble/ed25519';
import { sha256, sha512 } from '@noble/hashes/sha2.js';
import type { Cryptography } from '#domain/proofs';

ed25519.hashes.sha512 = sha512;

export const browserCryptography: Cryptography = {
  sha256,
  verify: (publicKey, message, signature) => {
    try {
      // Strict, as RFC 8032 and the verifiers on the command line are.
      return ed25519.verify(signature, message, publicKey, { zip215: false });
    } catch {
      return false; // bytes that are no key or no signature
    }
  },
};
