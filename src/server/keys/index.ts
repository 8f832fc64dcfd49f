export { drawRandom } from './draw-random.ts';
export { decryptUnder, encryptUnder, type Encrypted } from './encrypt-under.ts';
export { createSecret, ensurePrivateDirectory, readSecret, syncDirectory } from './key-files.ts';
export { KeystoreFault, type KeystoreFaultCode } from './keystore-fault.ts';
export type { BlindPurpose, Epoch, Keystore, LogKey, LogKeys, ProgrammeKeyPurpose, RetentionClass, SigningKey } from './keystore.ts';
export { logKeyFrom } from './log-key.ts';
export { openSignerKeys } from './log-keys.ts';
export { sha256, verifyEd25519, verifyMlDsa } from './node-crypto.ts';
export { openKeystore } from './open-keystore.ts';
