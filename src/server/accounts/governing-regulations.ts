// The regulations that a programme stands under, its own first. Nothing is allowed by default: a programme whose regulation this
// program doesn't have is a fault, not an open door.
import type { GoverningRegulations, Regulation } from '#domain/regulations';
import type { ProgrammeActor } from './signed-in.ts';

export function governingRegulations(
  findRegulation: (id: string) => Regulation | undefined,
  { regulation, furtherRegulations }: Pick<ProgrammeActor['programme'], 'regulation' | 'furtherRegulations'>,
): GoverningRegulations {
  const found = (id: string): Regulation => {
    const known = findRegulation(id);
    if (!known) throw new Error(`no regulation "${id}"`);
    return known;
  };
  return [found(regulation), ...furtherRegulations.map(found)];
}
