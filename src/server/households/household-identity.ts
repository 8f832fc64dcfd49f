// The platform's age identity: what senders encrypt household files to (NV-4.1.3). It stands in the keystore, outside the database and its
// backups, and is made once; a file that a newer one was added to opens what was encrypted to either.
import { join } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { createSecret, readSecret, type Keystore } from '#server/keys';

type Directory = Pick<Keystore, 'directory'>;

/** `AGE-SECRET-KEY-1…`, newest first; none where none was made. */
export function readIdentities(keystore: Directory): string[] {
  const text = readSecret(pathIn(keystore))?.toString('utf8') ?? '';
  return text.split('\n').filter((line) => line.startsWith('AGE-SECRET-KEY-1'));
}

/** The recipient that senders are given, `age1…`; its identity is made where there is none. */
export async function householdRecipient(keystore: Directory): Promise<string> {
  if (readIdentities(keystore).length === 0) createSecret(pathIn(keystore), Buffer.from(`${await generateX25519Identity()}\n`));
  const recipient = await householdRecipientOf(keystore);
  if (recipient === undefined) throw new Error('the household identity vanished as it was made');
  return recipient;
}

/** undefined: no identity was made yet. */
export async function householdRecipientOf(keystore: Directory): Promise<string | undefined> {
  const [newest] = readIdentities(keystore);
  return newest && identityToRecipient(newest);
}

function pathIn({ directory }: Directory): string {
  return join(directory, 'household-identity.txt');
}
