// What can be wrong with the keystore. Without keys nothing is recorded, so every one of these stops answers.

export type KeystoreFaultCode =
  | 'not-a-directory'
  | 'others-may-read' // file or folder modes wider than 0600 / 0700
  | 'gone' // the directory or its root key was there when we started and is not any more
  | 'root-key-missing' // a directory with keys but without the key they are wrapped with
  | 'unreadable'
  | 'wrong-root-key' // a wrapped key does not open: the directory mixes two keystores or a file was damaged
  | 'epoch-destroyed' // the key was destroyed on purpose: what it protected is forgotten
  | 'epoch-missing' // no such key, and no note that it was destroyed
  | 'bad-name';

export class KeystoreFault extends Error {
  override readonly name = 'KeystoreFault';
  readonly code: KeystoreFaultCode;

  constructor(code: KeystoreFaultCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
