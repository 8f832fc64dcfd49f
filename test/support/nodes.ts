// The nodes of a shared office while they are struck down: whoever was killed is started again, whoever ended by itself is a failure.
import type { RunningProgram } from './run-program.ts';
import type { SharedOffice } from './shared-office.ts';
import { until } from './until.ts';

export class Nodes {
  readonly #office: SharedOffice;
  readonly #count: number;
  #running: readonly RunningProgram[] = [];

  constructor(office: SharedOffice, count: number) {
    this.#office = office;
    this.#count = count;
  }

  get running(): readonly RunningProgram[] {
    return this.#running;
  }

  /** Fixed while nobody is killed or started. */
  urls = (): string[] => this.#running.map(({ url }) => url);

  async kill(...nodes: readonly RunningProgram[]): Promise<void> {
    this.#running = this.#running.filter((node) => !nodes.includes(node));
    await Promise.all(nodes.map((node) => node.kill()));
  }

  /** The node whose process seals; waits until there is one. */
  async sealer(): Promise<RunningProgram> {
    return until('a node seals', async () => {
      const pid = await this.#office.sealer();
      return this.#running.find(({ child }) => child.pid === pid);
    });
  }

  /** Starts the missing ones and waits until every node can answer. */
  async heal(): Promise<void> {
    this.#running.forEach(assertAlive);
    await this.#office.query('select 1');
    const missing = Array.from({ length: this.#count - this.#running.length }, () => this.#office.startNode());
    this.#running = [...this.#running, ...(await Promise.all(missing))];
    for (const node of this.#running) await untilReady(node);
  }

  async stop(): Promise<void> {
    await Promise.all(this.#running.map((node) => node.stop()));
    this.#running = [];
  }
}

function assertAlive({ child, errors }: RunningProgram): void {
  if (child.exitCode !== null || child.signalCode !== null)
    throw new Error(`node ${child.pid} ended by itself:\n${errors().slice(-4_000)}`);
}

/** @throws with what the node said last, when it does not become ready */
async function untilReady(node: RunningProgram): Promise<void> {
  const { url, errors } = node;
  let said = '';
  const ask = async (): Promise<boolean> => {
    const response = await fetch(new URL('/readyz', url));
    said = await response.text();
    return response.status === 200;
  };
  const isReady = async (): Promise<boolean> => {
    assertAlive(node);
    return ask().catch(() => false);
  };
  await until(`${url} is ready`, isReady).catch((error: unknown) => {
    throw new Error(`${String(error)}: ${said}\n${errors().slice(-4_000)}`);
  });
}
