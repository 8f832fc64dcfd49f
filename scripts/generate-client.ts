// `npm run client`: writes clients/typescript/mingcha-client.ts (and the same as JavaScript) from the contract: its types from the schemas, its
// paths, claims and bounds from the routes. It needs no package and runs wherever fetch and WebCrypto are (Node ≥ 20, browsers, Deno).
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { z } from 'zod';
import { batchMedia, mostInBatch, problem, routes, verificationAnswer, verificationBody } from '#contract';
import { clientRuntime } from './client-runtime.ts';
import { root } from './run-steps.ts';

export const clientFolder = join(root, 'clients/typescript');

export function generateClient(): { readonly typescript: string; readonly javascript: string } {
  const named: Record<string, z.ZodType> = { Verification: verificationBody, VerificationAnswer: verificationAnswer, Problem: problem };
  const types = Object.entries(named).map(
    ([name, schema]) => `export type ${name} = ${typeOf(z.toJSONSchema(schema, { io: 'input' }) as Schema)};\n`,
  );
  const constants = [
    `const SINGLE_PATH = '${routes.verify.path}';`,
    `const BATCH_PATH = '${routes.verifyBatch.path}';`,
    `const BATCH_MEDIA = '${batchMedia}';`,
    `/** Of questions in one batch. */\nexport const MOST_IN_BATCH = ${mostInBatch};`,
  ].join('\n');
  const head =
    '// The client of the verification service, generated from its contract by scripts/generate-client.ts: change that, not this.\n';
  const typescript = `${head}${['', ...types].join('\n')}\n${constants}\n${clientRuntime}`;
  return { typescript, javascript: stripTypeScriptTypes(typescript, { mode: 'strip' }).replaceAll(/[^\S\n]+/g, ' ') };
}

/** Formatted as everything else here. */
export function writeClient(folder: string): void {
  const { typescript, javascript } = generateClient();
  const files = [join(folder, 'mingcha-client.ts'), join(folder, 'mingcha-client.js')] as const;
  writeFileSync(files[0], typescript);
  writeFileSync(files[1], javascript);
  const formatter = join(root, 'node_modules/oxfmt/bin/oxfmt');
  execFileSync(process.execPath, [formatter, '--config', join(root, '.oxfmtrc.json'), ...files], { cwd: folder, stdio: 'ignore' });
}

/** The part of JSON Schema that the contract's schemas come to. */
interface Schema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
  readonly propertyNames?: Schema;
  readonly description?: string;
}

function typeOf(schema: Schema, root: Schema = schema, indent = ''): string {
  const inner = (one: Schema): string => typeOf(one, root, indent);
  if (schema.$ref) return inner(root.$defs?.[schema.$ref.split('/').at(-1) ?? ''] ?? unknownSchema(schema));
  if (schema.enum) return schema.enum.map((value) => `'${value}'`).join(' | ');
  if (schema.anyOf) return schema.anyOf.map(inner).join(' | ');
  switch (schema.type) {
    case 'string':
    case 'boolean':
    case 'null':
      return schema.type;
    case 'integer':
    case 'number':
      return 'number';
    case 'array':
      return `readonly (${inner(schema.items ?? unknownSchema(schema))})[]`;
    case 'object':
      return schema.properties ? membersOf(schema, root, indent) : recordOf(schema, inner);
    default:
      return unknownSchema(schema);
  }
}

function membersOf({ properties = {}, required = [] }: Schema, root: Schema, indent: string): string {
  const deeper = `${indent}  `;
  const members = Object.entries(properties).map(([name, member]) => {
    const comment = member.description === undefined ? '' : `${deeper}/** ${member.description} */\n`;
    return `${comment}${deeper}readonly ${name}${required.includes(name) ? '' : '?'}: ${typeOf(member, root, deeper)};\n`;
  });
  return `{\n${members.join('')}${indent}}`;
}

function recordOf({ propertyNames, additionalProperties }: Schema, inner: (schema: Schema) => string): string {
  const names = propertyNames ? inner(propertyNames) : 'string';
  const values = typeof additionalProperties === 'object' ? inner(additionalProperties) : unknownSchema({});
  return `{ readonly [Name in ${names}]?: ${values} }`;
}

function unknownSchema(schema: Schema): never {
  throw new Error(`the contract has a schema that no client type is known for: ${JSON.stringify(schema).slice(0, 200)}`);
}

if (import.meta.main) writeClient(clientFolder);
