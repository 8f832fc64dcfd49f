// The policy file that names the log's witnesses: c2sp.org/tlog-policy, each witness with the address where it takes checkpoints.
import { readFileSync, statSync } from 'node:fs';
import { maxPolicyLength, parsePolicy, PolicyFormatError, type Policy, type PolicyWitness } from '#domain/ledger';
import { sha256 } from '#server/keys';
import { ConfigError } from '#server/platform';

export interface WitnessPolicy extends Policy {
  readonly witnesses: readonly (PolicyWitness & { readonly url: string })[];
}

/** @throws ConfigError naming the file, and the line that is wrong */
export function readWitnessPolicy(path: string): WitnessPolicy {
  const policy = parse(path, read(path));
  const witnesses = policy.witnesses.map(({ name, key, url }) => {
    if (url === undefined || !URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
      throw wrong(path, `the witness "${name}" has no http or https address`);
    return { name, key, url };
  });
  return { ...policy, witnesses };
}

function read(path: string): Uint8Array {
  try {
    if (statSync(path).size > maxPolicyLength) throw wrong(path, 'the file is too long');
    return readFileSync(path);
  } catch (error) {
    if (error instanceof ConfigError) throw error;
    throw wrong(path, `the file can't be read (${error instanceof Error && 'code' in error ? String(error.code) : 'unknown'})`);
  }
}

function parse(path: string, file: Uint8Array): Policy {
  try {
    return parsePolicy(file, sha256);
  } catch (error) {
    if (error instanceof PolicyFormatError) throw wrong(path, error.message);
    throw error;
  }
}

function wrong(path: string, what: string): ConfigError {
  return new ConfigError(`MINGCHA_WITNESS_POLICY: ${path}: ${what}`);
}
