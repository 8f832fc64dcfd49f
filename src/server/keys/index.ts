export { drawRandom } from './draw-random.ts';
export { decryptUnder, encryptUnder, type Encrypted } from './encrypt-under.ts';
export { KeystoreFault, type KeystoreFaultCode } from './keystore-fault.ts';
export type { BlindPurpose, Epoch, Keystore, LogKey, RetentionClass } from './keystore.ts';
export { sha256, verifyEd25519 } from './node-crypto.ts';
export { openKeystore } from './open-keystore.ts';
