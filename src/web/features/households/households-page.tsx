// Household data: what answers now and how old it is, a new file to import, and what was imported before (NV-4.1.1, NV-4.1.3, NV-4.4).
import { useQuery } from '@tanstack/react-query';
import { useShownProblem } from '../../api/index.ts';
import { useHouseholdTexts } from '../../texts/index.ts';
import { PageHeader, ProblemNotice, ProgressBar } from '../../ui/index.ts';
import { ImportTable } from './import-table.tsx';
import { ServingPanel } from './serving-panel.tsx';
import { UploadPanel } from './upload-panel.tsx';
import { importsQuery } from './import-queries.ts';
import { useSession } from '../../session/index.ts';
import './households.css';

export function HouseholdsPage() {
  const texts = useHouseholdTexts();
  const { programme } = useSession();
  const show = useShownProblem();
  const imports = useQuery(importsQuery(programme));
  return (
    <>
      <PageHeader title={texts.title} clause="NV-4.1.3" lead={texts.lead} />
      <div className="stack">
        {imports.isPending && <ProgressBar label={texts.title} />}
        {imports.isError && <ProblemNotice problem={show(imports.error)} />}
        {imports.data && (
          <>
            <ServingPanel imports={imports.data} />
            <UploadPanel imports={imports.data.imports} />
            <ImportTable imports={imports.data.imports} />
          </>
        )}
      </div>
    </>
  );
}
