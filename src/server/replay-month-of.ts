// A month's recorded queries judged again by a changed regulation, for an operator. Reading them is itself in the log.
import { actorCompartment, foldQueries, logRetention } from '#domain/records';
import type { Regulation } from '#domain/regulations';
import { joinReplays, replayQueries, type Replay } from '#domain/replay';
import { actorFacts } from '#server/accounts';
import { readOfficeCalendar } from '#server/calendar';
import type { OpenedRecord } from '#server/ledger';
import { findOperator } from './find-operator.ts';
import type { Installation } from './open-installation.ts';

export interface MonthReplay {
  readonly programme: string;
  readonly month: string;
  readonly regulation: Regulation;
}

/** Neither all records of a month nor each alone: what is judged is let go of. */
const JUDGED_AT_ONCE = 500;

/** undefined: there is no such programme. */
export async function replayMonthOf(
  installation: Installation,
  { programme, month, regulation }: MonthReplay,
  onProgress: (done: number, total: number) => void = () => {},
): Promise<Replay | undefined> {
  const actor = await findOperator(installation, programme);
  if (!actor) return undefined;
  const { ledger, clock, database } = installation;
  const counts = (await ledger.countByMonth(programme)).filter((each) => each.month === month);
  const total = counts.filter(({ type }) => type === 'intent' || type === 'refused').reduce((sum, { count }) => sum + count, 0);
  const calendar = await readOfficeCalendar(database);
  const read = await ledger.recordRead(programme, {
    at: clock.now(),
    retention: logRetention,
    actor: actorCompartment(actorFacts(actor)),
    blindActor: actor.accountId,
    scope: { kind: 'month', month },
    why: 'replay',
  });
  const replays: Replay[] = [];
  let done = 0;
  for await (const piece of inPieces(ledger.findByMonth(read, ['intent', 'refused']))) {
    replays.push(replayQueries(regulation, foldQueries(piece), calendar));
    done += piece.length;
    onProgress(done, total);
  }
  return joinReplays(replays);
}

async function* inPieces(records: AsyncIterable<OpenedRecord>): AsyncGenerator<OpenedRecord[]> {
  let piece: OpenedRecord[] = [];
  for await (const record of records) {
    if (piece.push(record) < JUDGED_AT_ONCE) continue;
    yield piece;
    piece = [];
  }
  if (piece.length > 0) yield piece;
}
