import { expect, test } from 'vitest';
import {
  approvalActs,
  characterKinds,
  destroyedThings,
  destructionProofs,
  destructionTimes,
  dutyEvents,
  dutyPeriods,
  formRequirements,
  formSubjects,
  recordClasses,
  refusalCodes,
  retentionEvents,
  retentionStarts,
  roles,
} from '#domain/regulations';
import * as names from './names.ts';

test.each([
  ['refusals', refusalCodes, names.refusalNames],
  ['roles', roles, names.roleNames],
  ['record classes', recordClasses, names.recordClassNames],
  ['periods', dutyPeriods, names.periodNames],
  ['events', dutyEvents, names.dutyEventNames],
  ['destroyed things', destroyedThings, names.destroyedNames],
  ['destruction times', destructionTimes, names.destructionTimeNames],
  ['destruction proofs', destructionProofs, names.destructionProofNames],
  ['form subjects', formSubjects, names.formSubjectNames],
  ['form requirements', formRequirements, names.formRequirementNames],
  ['approval acts', approvalActs, names.approvalActNames],
  ['retention starts', retentionStarts, names.retentionStartNames],
  ['retention events', retentionEvents, names.retentionEventNames],
  ['character kinds', characterKinds, names.characterKindNames],
] as const)('every one of the %s has its name, in the order of the codes', (_, codes, named) => {
  expect(Object.keys(named)).toEqual([...codes]);
});

test.each(Object.entries(names))('%s: each name is in Chinese and in English, and no two are alike', (_, named) => {
  const wordings = Object.values(named);
  for (const { zh, en } of wordings) {
    expect(zh).toMatch(/^[\p{Script=Han}、（）]+$/u);
    expect(en).toMatch(/^[\x20-\x7e]+$/);
  }
  expect(new Set(wordings.map(({ zh }) => zh)).size).toBe(wordings.length);
  expect(new Set(wordings.map(({ en }) => en)).size).toBe(wordings.length);
});
