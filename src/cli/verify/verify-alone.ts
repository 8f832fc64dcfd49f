// The verifier that travels with an evidence pack, bundled into one file (verify.mjs): plain Node from version 20, nothing to install.
// Without a path it checks the folder it lies in.
import { fileURLToPath } from 'node:url';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { exitCodes, WrongCall } from '../exit-codes.ts';
import { readPolicy } from './trust-policy.ts';
import { verdictText } from './verdict-text.ts';
import { verifyPath } from './verify-path.ts';
import { NotALogError } from './verify-report.ts';

const usage = `node verify.mjs [PATH] [--key VKEY] [--leaf FILE] [--policy FILE] [--json]

Checks an evidence pack (folder or ZIP), a log directory (C2SP tlog-tiles), a tlog-proof or a receipt with the log's public key alone.
查驗存證檔、紀錄目錄、存在證明或收據。未指定 PATH 時查驗本檔所在的資料夾。

Exit codes: 0 intact 完整無誤   1 not 不符   2 the input or the call is wrong 不是可查驗的檔案   70 a fault of the program`;

async function main(): Promise<number> {
  const { values, positionals } = readArguments();
  if (values.help) {
    process.stdout.write(`${usage}\n`);
    return exitCodes.done;
  }
  const [path = dirname(fileURLToPath(import.meta.url)), ...others] = positionals;
  if (others.length > 0) throw new WrongCall(usage);
  const { key, leaf, policy } = values;
  const verdict = await verifyPath(path, {
    ...(key !== undefined && { key }),
    ...(leaf !== undefined && { leaf }),
    ...(policy !== undefined && { policy: readPolicy(policy) }),
  });
  process.stdout.write(values.json ? `${JSON.stringify({ log: path, ...verdict }, undefined, 2)}\n` : `${path}: ${verdictText(verdict)}\n`);
  if (!values.json) for (const line of verdict.note) process.stderr.write(`${line}\n`);
  return verdict.intact ? exitCodes.done : exitCodes.no;
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        key: { type: 'string' },
        leaf: { type: 'string' },
        policy: { type: 'string' },
        json: { type: 'boolean' },
        help: { type: 'boolean' },
      },
    });
  } catch (error) {
    throw new WrongCall(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  const isCall = error instanceof WrongCall || error instanceof NotALogError;
  process.stderr.write(`verify: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = isCall ? exitCodes.wrongCall : exitCodes.fault;
}
