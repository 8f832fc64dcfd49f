// The cryptography the log needs, as arguments: the server and the command line pass node:crypto, a browser passes its own.

/** SHA-256 (FIPS 180-4). The bytes given are only valid during the call; the result must be new bytes each time. */
export type Sha256 = (data: Uint8Array) => Uint8Array;

/** Ed25519 (RFC 8032) with a 32-byte public key and a 64-byte signature; false for anything that is not one. */
export type VerifyEd25519 = (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean;

/** Ed25519 with a private key that stays with whoever made this function. */
export type SignEd25519 = (message: Uint8Array) => Uint8Array;

/** ML-DSA-44 (FIPS 204) with an empty context; false for anything that is no signature. */
export type VerifyMlDsa = (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean;
export type SignMlDsa = (message: Uint8Array) => Uint8Array;

export const hashLength = 32;
export const publicKeyLength = 32;
export const signatureLength = 64;
/** FIPS 204, table 2. */
export const mlDsaPublicKeyLength = 1_312;
export const mlDsaSignatureLength = 2_420;
