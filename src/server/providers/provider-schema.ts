// The stand-in's tables, for whoever loads it.
import { readFileSync } from 'node:fs';

/** The SQL that creates them in an empty database. */
export function providerSchema(): string {
  return readFileSync(new URL('./schema.sql', import.meta.url), 'utf8');
}
