// The regulations as texts. They are public and say nothing of anybody: whoever is signed in may read them, and reading leaves no record.
import { routes } from '#contract';
import { regulationSummary, regulationView } from '#domain/compliance';
import { isoDateOf } from '#domain/kernel';
import type { Regulation } from '#domain/regulations';
import { mountSigned, type Doors } from '#server/accounts';
import { dayInTaipei, ProblemError } from '#server/platform';

export interface RegulationDoors extends Doors {
  readonly regulations: readonly Regulation[];
}

export function mountRegulations(doors: RegulationDoors): void {
  const today = () => isoDateOf(dayInTaipei(doors.clock.now()));
  mountSigned(doors, routes.regulations, async () => ({
    regulations: doors.regulations.map((regulation) => regulationSummary(regulation, today())),
  }));
  mountSigned(doors, routes.regulation, async ({ params }) => {
    const regulation = doors.regulations.find(({ id }) => id === params.id);
    if (!regulation) throw new ProblemError('not-found');
    return regulationView(regulation, today());
  });
}
