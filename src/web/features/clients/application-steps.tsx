// The form's chain, step by step: by whom, whether it is done, and when.
import type { ServiceApplication } from '#contract';
import { formatRocDateTime } from '#domain/kernel';
import { useClientTexts, type ClientTexts } from '../../texts/index.ts';
import { Icon } from '../../ui/index.ts';

export function ApplicationSteps({ application }: { readonly application: ServiceApplication }) {
  const texts = useClientTexts();
  const { steps, nextStep, state } = application;
  const taken = takenSteps(application);
  const isOpen = state === 'waiting' || state === 'returned' || state === 'new';
  return (
    <ol className="clients-steps">
      {steps.map((step, place) => {
        const event = taken.get(place);
        const where = event ? 'done' : isOpen && place === nextStep ? 'now' : 'later';
        return (
          // The steps of a form are a fixed list: their place is their identity.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={place} data-where={where} aria-current={where === 'now' ? 'step' : undefined}>
            <span className="clients-step-mark">{where === 'done' ? <Icon name="check" size={14} /> : place + 1}</span>
            <div>
              <span className="clients-step-name">
                {takerOf(step, texts)} {texts.does[step.does] ?? step.does}
              </span>
              <div className="clients-aside">
                {event ? `${event.by}　${formatRocDateTime(Date.parse(event.at))}` : where === 'now' ? texts.stepNow : texts.stepLater}
              </div>
            </div>
          </li>
        );
      })}
    </ol>
  );
}

function takerOf({ by, enteredBy }: ServiceApplication['steps'][number], texts: ClientTexts): string {
  const name = (role: string) => texts.roles[role] ?? role;
  return by === enteredBy || enteredBy === '' ? name(by) : texts.enteredBy(name(by), name(enteredBy));
}

/** Since it was last returned: then every step is taken anew. */
function takenSteps({ events }: ServiceApplication): ReadonlyMap<number, ServiceApplication['events'][number]> {
  const taken = new Map<number, ServiceApplication['events'][number]>();
  for (const event of events) {
    if (event.kind === 'returned') taken.clear();
    else if (event.kind === 'filed' || event.kind === 'approved' || event.kind === 'set') taken.set(event.step, event);
  }
  return taken;
}
