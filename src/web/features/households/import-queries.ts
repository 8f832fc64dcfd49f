// What is asked of imports; while one runs, again and again: how far it is stands in the answer.
import { queryOptions } from '@tanstack/react-query';
import { call, type AnswerOf } from '../../api/index.ts';
import { isUnderWay } from './import-words.ts';

export type HouseholdImports = AnswerOf<'householdImports'>;

const runningEveryMs = 1_000;
/** An import that the watched folder began is seen without reloading. */
const idleEveryMs = 15_000;

export function importsQuery(programme: string) {
  return queryOptions({
    queryKey: ['household-imports', programme],
    queryFn: ({ signal }) => call('householdImports', { params: { programme } }, signal),
    refetchInterval: ({ state }) => (state.data?.imports.some((each) => each.state === 'loading') ? runningEveryMs : idleEveryMs),
  });
}

export function importQuery(programme: string, id: string) {
  return queryOptions({
    queryKey: ['household-import', programme, id],
    queryFn: ({ signal }) => call('householdImport', { params: { programme, import: id } }, signal),
    // Also one that waits for a word: what was just asked of it may not stand in its state yet, or be asked on another screen.
    refetchInterval: ({ state }) => (state.data && isUnderWay(state.data) ? runningEveryMs : false),
  });
}
