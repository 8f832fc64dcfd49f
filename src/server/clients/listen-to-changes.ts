// PostgreSQL's word that some node changed a client service, on a connection of its own. It may be lost: the count of changes is asked
// besides, so that a lost word costs a second and no more.
import type pg from 'pg';
import { changesChannel } from './write-change.ts';

export interface ChangeListener {
  readonly isOpen: boolean;
  close(): void;
}

export async function listenToChanges(pool: pg.Pool, onChange: () => void): Promise<ChangeListener> {
  const client = await pool.connect();
  let isOpen = true;
  const close = (): void => {
    if (!isOpen) return;
    isOpen = false;
    client.release(true);
  };
  client.on('error', close);
  client.on('end', close);
  client.on('notification', onChange);
  try {
    await client.query(`listen ${changesChannel}`);
  } catch (error) {
    close();
    throw error;
  }
  return {
    get isOpen() {
      return isOpen;
    },
    close,
  };
}
