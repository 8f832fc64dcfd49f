import type { Installation } from '#server';
import { say, showProgress } from '../print.ts';

/** Loads the demonstration into an empty installation and says how it goes. @throws NotEmpty */
export async function loadDemoWithProgress(installation: Installation): Promise<void> {
  const { loadDemoInto } = await import('#server');
  say('Loading the demonstration data (invented persons) …');
  const bars = new Map<string, ReturnType<typeof showProgress>>();
  await loadDemoInto(installation, (stage, done, total) => {
    let bar = bars.get(stage);
    if (!bar) {
      for (const other of bars.values()) other.end();
      bar = showProgress(stage.padEnd(10));
      bars.set(stage, bar);
    }
    bar.update(done, total);
  });
  for (const bar of bars.values()) bar.end();
}
