// What the regulation lets a service apply for: purposes, operations, claims, with their names.
import { useQuery } from '@tanstack/react-query';
import type { Programme } from '#contract';
import { call } from '../../api/index.ts';
import { useSession } from '../../session/index.ts';
import { useClaimNames } from '../../texts/index.ts';

export interface Scope {
  readonly purposes: readonly { readonly code: string; readonly name: string }[];
  readonly operations: readonly string[];
  readonly claims: readonly string[];
}

export function useScope() {
  const { programme } = useSession();
  return useQuery({
    queryKey: ['programme', programme],
    queryFn: ({ signal }) => call('programme', { params: { programme } }, signal),
    select: scopeOf,
  });
}

function scopeOf({ purposes }: Programme): Scope {
  const operations = purposes.flatMap((purpose) => purpose.operations);
  const fields = operations.flatMap((operation) => operation.fields).filter(({ needed }) => needed);
  return {
    purposes: purposes.map(({ code, name }) => ({ code, name })),
    operations: [...new Set(operations.map(({ code }) => code))],
    claims: [...new Set(fields.map(({ code }) => code))],
  };
}

/** A code that has no name is shown as it stands. */
export function useClaimName(): (code: string) => string {
  const names: Readonly<Record<string, string>> = useClaimNames();
  return (code) => (Object.hasOwn(names, code) ? names[code] : undefined) ?? code;
}
