// Which days, and whose use: today by the hour, a week or a month by the day.
import { useServiceUseTexts } from '../../texts/index.ts';
import { RadioGroup, Select } from '../../ui/index.ts';
import { spans } from './gather-use.ts';
import type { ServiceUse } from './use-service-use.ts';

export function UseFilter({ use: { span, chosen, services, choose } }: { readonly use: ServiceUse }) {
  const texts = useServiceUseTexts();
  const choices = [
    { id: 'all', label: texts.allServices },
    ...services.all.map(({ id, name }) => ({ id, label: name })),
    { id: 'by-hand', label: texts.byHand },
  ];
  return (
    <>
      <div className="use-filter no-print">
        <RadioGroup
          look="segments"
          label={texts.range}
          choices={spans.map((each) => ({ id: each, label: texts.ranges[each] }))}
          value={span}
          onChange={(value) => choose({ span: spans.find((each) => each === value) ?? 'week' })}
        />
        <Select label={texts.service} choices={choices} value={chosen} onChange={(id) => choose({ chosen: id })} />
      </div>
      <p className="only-print">
        {texts.ranges[span]}　{choices.find(({ id }) => id === chosen)?.label}
      </p>
    </>
  );
}
