// Reads the catalogue of clauses from JSON: each clause with its kinds, its wording and what answers it.
import { keyed, listOf, oneOf, type Reader } from '#domain/kernel';
import { clauseKinds, type Clause } from './clause.ts';
import { settingNames } from './settings.ts';
import { clauseId, codes, programPart, recordClass, role, variants, wording } from './parse-regulation-words.ts';
import { refusalCodes } from './refusal-code.ts';

export const clause: Reader<Clause> = keyed({
  id: clauseId,
  kinds: listOf(oneOf(...clauseKinds)),
  wording,
  answers: listOf(
    variants('by', {
      refusal: { codes: listOf(oneOf(...refusalCodes)) },
      control: { parts: listOf(programPart) },
      setting: { names: listOf(oneOf(...settingNames)) },
      role: { roles: listOf(role) },
      duty: { codes },
      form: { codes },
      record: { classes: listOf(recordClass) },
      destruction: { codes },
      attestation: { who: role, what: wording },
    }),
  ),
});
