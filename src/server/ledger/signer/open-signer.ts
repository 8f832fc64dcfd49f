// Who signs a log's checkpoints and its receipts. In one process both are signed with the log's key; with a signer apart, receipts, which
// every answer carries at once, are signed with a key of the server's own that the log certifies (ADR 5).
import { join } from 'node:path';
import { receiptKeyName } from '#domain/ledger';
import type { Keystore, SigningKey } from '#server/keys';
import type { SignerAddress } from '#server/platform';
import type { CheckpointSigner } from '../checkpoint-signer.ts';
import type { LogFiles } from '../log-files.ts';
import { LocalSigner } from './local-signer.ts';
import { RemoteSigner } from './remote-signer.ts';

export interface SignerParts {
  readonly keystore: Keystore;
  readonly files: LogFiles;
  /** undefined: in this process. */
  readonly signerAddress?: SignerAddress | undefined;
}

export interface LogSigners {
  readonly signer: CheckpointSigner;
  /** What receipts and audit results are signed with now. */
  readonly receiptKey: () => SigningKey;
  /** What the log says of a receipt key that is not its own. */
  readonly receiptKeyNote?: () => Promise<string>;
}

export function openSigner({ keystore, files, signerAddress }: SignerParts, origin: string): LogSigners {
  if (signerAddress) {
    const signer = new RemoteSigner(signerAddress, origin);
    const receiptKey = (): SigningKey => keystore.logKey(receiptKeyName(origin));
    return { signer, receiptKey, receiptKeyNote: () => signer.certifyReceiptKey(receiptKey().vkey) };
  }
  const signer = new LocalSigner({
    folder: join(keystore.directory, 'signers', encodeURIComponent(origin)),
    origin,
    keys: keystore.logKeys,
    files,
    assertUsable: () => keystore.assertUsable(),
    mayBegin: true,
  });
  return { signer, receiptKey: () => signer.newest };
}
