// How the verification service is used: what was seen of probing first, then counts and response times by the hour or day, by service and
// by claim (NV-4.1.5, NV-4.2.2). Reading it keeps nobody's data: the figures are of hours.
import { useServiceUseTexts } from '../../texts/index.ts';
import { Button, EmptyState, PageHeader, Panel, ProblemNotice, ProgressBar } from '../../ui/index.ts';
import { useShownProblem } from '../../api/index.ts';
import { ClaimTable } from './claim-table.tsx';
import { FindingsPanel } from './findings-panel.tsx';
import { amountsOf } from './gather-use.ts';
import { ServiceTable } from './service-table.tsx';
import { UseFigures } from './use-figures.tsx';
import { UseFilter } from './use-filter.tsx';
import { UsePlots } from './use-plots.tsx';
import { useServiceUse, type ServiceUse } from './use-service-use.ts';
import './service-use.css';

export function ServiceUsePage() {
  const texts = useServiceUseTexts();
  const show = useShownProblem();
  const use = useServiceUse();
  return (
    <>
      <PageHeader
        title={texts.title}
        clause="NV-4.1.5"
        lead={texts.lead}
        actions={
          <Button icon="history" onPress={use.readAgain} isPending={use.isRereading}>
            {texts.refresh}
          </Button>
        }
      />
      <div className="stack">
        <FindingsPanel services={use.services} />
        <UseFilter use={use} />
        {use.error !== null && <ProblemNotice problem={show(use.error)} />}
        {use.isReading && <ProgressBar label={texts.title} />}
        {!use.isReading && <Figures use={use} />}
      </div>
    </>
  );
}

function Figures({ use: { rows, span, periods, services, error } }: { readonly use: ServiceUse }) {
  const texts = useServiceUseTexts();
  if (rows.length === 0)
    return error === null ? (
      <Panel>
        <EmptyState icon="plot" title={texts.empty}>
          {texts.emptyWords}
        </EmptyState>
      </Panel>
    ) : null;
  return (
    <>
      <UseFigures amounts={amountsOf(rows)} periods={periods} />
      <UsePlots span={span} periods={periods} />
      <ServiceTable rows={rows} span={span} periods={periods} nameOf={services.nameOf} />
      <ClaimTable rows={rows} span={span} periods={periods} />
    </>
  );
}
