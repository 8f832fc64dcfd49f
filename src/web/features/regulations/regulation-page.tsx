// One regulation: when it applies, how far the program answers it, and every rule with its clause. An address with `#NW-4.1.1`, as
// every refusal carries it, leads to that clause.
import { useQuery } from '@tanstack/react-query';
import { Link, useLocation, useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { Regulation } from '#contract';
import { call, useShownProblem } from '../../api/index.ts';
import { pagePatterns, paths } from '../../paths.ts';
import { useRegulationTexts } from '../../texts/index.ts';
import { Facts, PageHeader, Panel, ProblemNotice, ProgressBar } from '../../ui/index.ts';
import { ClausesPart } from './clauses-part.tsx';
import { DutiesPart, RetentionPart } from './duties-parts.tsx';
import { FormsPart } from './forms-part.tsx';
import { Fulfilment } from './fulfilment.tsx';
import { ParametersPart } from './parameters-part.tsx';
import { PeoplePart } from './people-part.tsx';
import { Period } from './period.tsx';
import './regulations.css';

export function RegulationPage() {
  const texts = useRegulationTexts();
  const { id } = useParams({ from: pagePatterns.regulation });
  const show = useShownProblem();
  const regulation = useQuery({
    queryKey: ['regulation', id],
    queryFn: ({ signal }) => call('regulation', { params: { id } }, signal),
  });
  const { hash } = useLocation();
  useGoTo(hash, regulation.isSuccess);
  return (
    <>
      <PageHeader
        title={regulation.data?.title ?? texts.title}
        lead={regulation.data?.issuedBy}
        above={
          <Link className="no-print" to={paths.regulations()}>
            {texts.back}
          </Link>
        }
      />
      {regulation.isPending && <ProgressBar label={texts.title} />}
      {regulation.isError && <ProblemNotice problem={show(regulation.error)} />}
      {regulation.data && <Opened regulation={regulation.data} target={hash} />}
    </>
  );
}

const parts = {
  clauses: ClausesPart,
  parameters: ParametersPart,
  forms: FormsPart,
  duties: DutiesPart,
  retention: RetentionPart,
  people: PeoplePart,
} as const;
const partNames = Object.keys(parts) as readonly (keyof typeof parts)[]; // the keys of the type

function Opened({ regulation, target }: { readonly regulation: Regulation; readonly target: string }) {
  const texts = useRegulationTexts();
  return (
    <div className="stack">
      <Panel>
        <Facts
          facts={[
            { name: texts.period, value: <Period regulation={regulation} /> },
            ...(regulation.replacedBy === null
              ? []
              : [{ name: texts.replacedBy, value: <Link to={paths.regulation(regulation.replacedBy)}>{regulation.replacedBy}</Link> }]),
            { name: texts.provider, value: regulation.provider },
            { name: texts.fulfilment, value: <Fulfilment counts={regulation.counts} width={360} /> },
          ]}
        />
      </Panel>
      <nav className="regulation-contents no-print" aria-label={texts.parts}>
        {partNames.map((name) => (
          <Link key={name} to="." hash={name}>
            {texts[name]}
          </Link>
        ))}
      </nav>
      {partNames.map((name) => {
        const Part = parts[name];
        return (
          <div key={name} id={name} className="regulation-part" tabIndex={-1}>
            <Part regulation={regulation} target={target} />
          </div>
        );
      })}
    </div>
  );
}

/** Brings the place that the address names into sight, and the keyboard to it. */
function useGoTo(target: string, isThere: boolean): void {
  useEffect(() => {
    const place = isThere && target !== '' ? document.getElementById(target) : null;
    place?.focus({ preventScroll: true });
    place?.scrollIntoView();
  }, [target, isThere]);
}
