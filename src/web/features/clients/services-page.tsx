// The client services of a programme (NV-3.3): what waits for somebody first, then every service with what it may ask and how it is used.
import { useNavigate } from '@tanstack/react-router';
import { useShownProblem } from '../../api/index.ts';
import { paths } from '../../paths.ts';
import { useSession } from '../../session/index.ts';
import { useClientTexts } from '../../texts/index.ts';
import { Button, ClauseChip, EmptyState, PageHeader, Panel, ProblemNotice, ProgressBar } from '../../ui/index.ts';
import { clauses, personalAccountClause } from './clauses.ts';
import { OpenApplications } from './open-applications.tsx';
import { ServicesTable } from './services-table.tsx';
import { useApplications, useServices } from './use-clients.ts';
import './clients.css';

export function ServicesPage() {
  const texts = useClientTexts();
  const show = useShownProblem();
  const services = useServices();
  const applications = useApplications();
  return (
    <>
      <PageHeader
        title={texts.title}
        clause={clauses.setting}
        lead={
          <>
            {texts.lead}
            {texts.noPersonalUsers} <ClauseChip clause={personalAccountClause} />
          </>
        }
        actions={<ApplyButton />}
      />
      <div className="stack">
        {(services.isPending || applications.isPending) && <ProgressBar label={texts.loading} />}
        {services.isError && <ProblemNotice problem={show(services.error)} />}
        {applications.isError && !services.isError && <ProblemNotice problem={show(applications.error)} />}
        {services.data && applications.data && (
          <>
            <Panel title={texts.todo} isFlush>
              <OpenApplications applications={applications.data.applications} services={services.data.services} />
            </Panel>
            <Panel title={texts.list} isFlush>
              <ServicesTable
                services={services.data.services}
                empty={
                  <EmptyState icon="link" title={texts.empty}>
                    {texts.emptyWords}
                  </EmptyState>
                }
              />
            </Panel>
          </>
        )}
      </div>
    </>
  );
}

function ApplyButton() {
  const texts = useClientTexts();
  const { roles } = useSession();
  const navigate = useNavigate();
  return (
    <Button
      variant="primary"
      icon="plus"
      onPress={() => void navigate({ to: paths.newService() })}
      disabledReason={roles.includes('project-officer') ? undefined : texts.officerFiles}
    >
      {texts.apply}
    </Button>
  );
}
