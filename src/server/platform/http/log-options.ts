// What the program's own log may say of an error: its name, code and place. A message or a property may repeat what somebody asked
// (a URL, a row, a parameter), and Fastify logs errors by itself, so the rule stands at the log and not only where we write.
import type { Writable } from 'node:stream';

interface FaultLine {
  readonly fault: string;
  readonly code: string;
  readonly at: readonly string[];
}

const MOST_FRAMES = 12;

export function describeFault(error: unknown): FaultLine {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  if (!(error instanceof Error)) return { fault: typeof error, code, at: [] };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { fault: error.name, code, at: frames.slice(0, MOST_FRAMES).map((line) => line.trim()) };
}

/** For Fastify's logger. A request is its method and route pattern, never its URL. */
export function logOptions(stream: Writable) {
  return {
    level: process.env['MINGCHA_LOG_LEVEL'] ?? 'warn',
    stream,
    serializers: {
      req: (request: { method: string; routeOptions?: { url?: string | undefined } }) => ({
        method: request.method,
        route: request.routeOptions?.url,
      }),
      err: (error: unknown) => {
        const { fault, code, at } = describeFault(error);
        return { type: fault, message: code, stack: at.join('\n') };
      },
    },
    hooks: { logMethod: withoutMessages },
  };
}

/** The logger takes an error's message for the line's own text; here the line is called "fault". */
function withoutMessages(this: unknown, line: unknown[], write: (...line: never[]) => void): void {
  const [first] = line;
  const error = first instanceof Error ? first : holdsError(first);
  write.apply(this, (error ? [first instanceof Error ? { err: first } : first, 'fault'] : line) as never[]);
}

function holdsError(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'err' in value && value.err instanceof Error;
}
