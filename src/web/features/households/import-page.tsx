// One import: how far it is, how it differs from what serves, which rows are bad, and what the responsible person does with it.
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useShownProblem } from '../../api/index.ts';
import { pagePatterns, paths } from '../../paths.ts';
import { useSession } from '../../session/index.ts';
import { useHouseholdTexts } from '../../texts/index.ts';
import { PageHeader, ProblemNotice, ProgressBar, useFocusKept } from '../../ui/index.ts';
import { BadRowsPanel } from './bad-rows-panel.tsx';
import { DifferencePanel } from './difference-panel.tsx';
import { ImportActions } from './import-actions.tsx';
import { ImportFacts } from './import-facts.tsx';
import { importQuery } from './import-queries.ts';
import { ImportState } from './import-state.tsx';
import { nameOfImport } from './import-words.ts';
import './households.css';

export function HouseholdImportPage() {
  const texts = useHouseholdTexts();
  const { import: id } = useParams({ from: pagePatterns.householdImport });
  const { programme } = useSession();
  const show = useShownProblem();
  const found = useQuery(importQuery(programme, id));
  useFocusKept(found.data?.state);
  const each = found.data;
  return (
    <>
      <PageHeader
        title={each ? nameOfImport(each, texts) : texts.title}
        clause="NV-4.1.1"
        above={
          <Link className="no-print" to={paths.households()}>
            {texts.back}
          </Link>
        }
      />
      <div className="stack">
        {found.isPending && <ProgressBar label={texts.title} />}
        {found.isError && <ProblemNotice problem={show(found.error)} />}
        {each && (
          <>
            <ImportState each={each} />
            <ImportActions each={each} />
            <DifferencePanel each={each} />
            <BadRowsPanel each={each} />
            <ImportFacts each={each} />
          </>
        )}
      </div>
    </>
  );
}
