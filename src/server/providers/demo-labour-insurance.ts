// The adapter that stands in for 勞保局: the demonstration's provider database, asked as a foreign system is asked.
// Read-only, bounded in time, every row checked. A call that ends early ends its work there too: its connection is
// destroyed, and the session was opened so that PostgreSQL notices (client_connection_check_interval) or stops by itself.
import pg from 'pg';
import { boundedCalls } from './bounded-calls.ts';
import { checkRows, ROW_LIMIT, TEXT_LIMIT } from './labour-insurance-rows.ts';
import type { LabourInsuranceOperation, ProviderQuestion, ProviderReply } from './provider.ts';
import { ProviderNonsense, ProviderTimeout } from './provider-fault.ts';

export interface DemoLabourInsuranceOptions {
  /** `postgresql://…` of the provider database. */
  readonly url: string;
  /** A call takes no longer than this, waiting for a connection included. Default 5,000. */
  readonly timeoutMs?: number;
  /** At most this many calls at once; default 8. */
  readonly connections?: number;
  /** Calls beyond these that may wait for a connection; default 256. More fail at once. */
  readonly waiting?: number;
}

/** The data itself, behind no log: for a programme's direct adapter, and for a gateway that has judged the call. */
export interface LabourInsuranceData {
  /** As LabourInsuranceProvider's. */
  fetch(question: ProviderQuestion, signal: AbortSignal): Promise<ProviderReply>;
  close(): Promise<void>;
}

/** One row more than may be is asked for, and one character: what was cut is then seen to be too much. */
const bounded = (column: string): string => `left(${column}::text, ${TEXT_LIMIT + 1})`;
const selections: Record<LabourInsuranceOperation, string> = {
  'insured-history': `select ${bounded('insured_unit')} as "insured-unit", insured_from as "insured-from", insured_until as "insured-until",
      insured_salary as "insured-salary" from insured_history where national_id = $1 order by insured_from`,
  'benefit-payments': `select ${bounded('benefit_kind')} as "benefit-kind", benefit_amount as "benefit-amount", benefit_paid_on as "benefit-paid-on"
      from benefit_payment where national_id = $1 order by benefit_paid_on, benefit_kind`,
  'pension-status': `select ${bounded('pension_kind')} as "pension-kind", pension_monthly as "pension-monthly"
      from pension where national_id = $1 order by pension_kind`,
};
/** JSON keeps what the provider's types say: a day is text, an amount a number, and anything else is seen as such. */
const statementOf = (operation: LabourInsuranceOperation): pg.QueryConfig => ({
  name: operation,
  text: `select (select coalesce(json_agg(r), '[]') from (${selections[operation]} limit ${ROW_LIMIT + 1}) r) as rows from person where national_id = $1`,
});

/** Opens no connection yet: a provider that is away fails each call, not our start. */
export function openDemoLabourInsurance(options: DemoLabourInsuranceOptions): LabourInsuranceData {
  const timeoutMs = options.timeoutMs ?? 5_000;
  const connections = options.connections ?? 8;
  const pool = new pg.Pool({
    connectionString: options.url,
    max: connections,
    // Later than our own deadline, so that a late connection is a timeout and not a failure.
    connectionTimeoutMillis: timeoutMs + 100,
    idleTimeoutMillis: 60_000,
    application_name: 'mingcha-provider',
    options: `-c default_transaction_read_only=on -c statement_timeout=${timeoutMs} -c client_connection_check_interval=250`,
  });
  // A connection that dies while idle is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {});
  // The same for one that dies while it is lent out, at the very moment it is handed over as well: its query is rejected besides.
  pool.on('connect', (client) => void client.on('error', () => {}));
  return {
    fetch: boundedCalls({ timeoutMs, most: connections + (options.waiting ?? 256) }, (question: ProviderQuestion, ended) =>
      answer(pool, question, ended),
    ),
    close: () => pool.end(),
  };
}

async function answer(pool: pg.Pool, { operation, subject }: ProviderQuestion, ended: AbortSignal): Promise<ProviderReply> {
  const rows = await withConnection(pool, ended, async (client) => {
    const result = await client.query<{ rows: unknown }>({ ...statementOf(operation), values: [subject] }).catch(ownTimeLimit);
    return result.rows;
  });
  const [person] = rows;
  if (!person) return { found: false, rows: [] };
  const checked = rows.length === 1 ? checkRows(operation, person.rows) : undefined;
  if (!checked) throw new ProviderNonsense();
  return { found: true, rows: checked };
}

/** Whatever went wrong, the connection is not used again: half an answer may still be on it. */
async function withConnection<T>(pool: pg.Pool, ended: AbortSignal, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  ended.throwIfAborted();
  const connecting = pool.connect();
  let client: pg.PoolClient;
  try {
    client = await orEnded(connecting, ended);
  } catch (error) {
    connecting.then((late) => late.release(), () => {}); // prettier-ignore
    throw error;
  }
  try {
    const result = await orEnded(work(client), ended);
    client.release();
    return result;
  } catch (error) {
    client.release(true);
    throw error;
  }
}

/** Settles with the work, or rejects as soon as the call is over; what the work does afterwards is nobody's concern. */
async function orEnded<T>(work: Promise<T>, ended: AbortSignal): Promise<T> {
  work.catch(() => {});
  const { promise, reject } = Promise.withResolvers<never>();
  const onAbort = (): void => reject(new Error('the call is over'));
  ended.addEventListener('abort', onAbort, { once: true });
  if (ended.aborted) onAbort();
  try {
    return await Promise.race([work, promise]);
  } finally {
    ended.removeEventListener('abort', onAbort);
  }
}

/** `57014`: PostgreSQL ended the statement at its own time limit, which is ours. */
function ownTimeLimit(error: unknown): never {
  throw error instanceof pg.DatabaseError && error.code === '57014' ? new ProviderTimeout() : error;
}
