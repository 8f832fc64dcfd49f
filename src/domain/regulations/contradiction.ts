// What a check finds: one place where a regulation disagrees with itself, and what several checks ask of a list or a number.

/** `clause` is the clause or code concerned. */
export interface Contradiction {
  readonly clause: string;
  readonly what: string;
}

export class RegulationContradiction extends Error {
  override readonly name = 'RegulationContradiction';
  readonly contradictions: readonly Contradiction[];

  constructor(file: string, contradictions: readonly Contradiction[]) {
    super([`${file} contradicts itself:`, ...contradictions.map(({ clause, what }) => `  ${clause}: ${what}`)].join('\n'));
    this.contradictions = contradictions;
  }
}

export function isCount(value: number, atLeast: number, atMost = Number.MAX_SAFE_INTEGER): boolean {
  return Number.isInteger(value) && value >= atLeast && value <= atMost;
}

export function* repeated(kind: string, items: readonly { readonly code: string; readonly clause?: string }[]): Generator<Contradiction> {
  const seen = new Set<string>();
  for (const { code, clause } of items) {
    if (seen.has(code)) yield { clause: clause ?? code, what: `the ${kind} ${code} is given twice` };
    seen.add(code);
  }
}
