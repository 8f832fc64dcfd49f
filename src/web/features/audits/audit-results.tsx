// The signed results: who signed when, what was found, and document and signature for whoever wants to verify them.
import { Link } from '@tanstack/react-router';
import type { AuditResult } from '#contract';
import { formatRocDateTime } from '#domain/kernel';
import { saveFile } from '../../api/index.ts';
import { paths } from '../../paths.ts';
import { useTexts } from '../../texts/index.ts';
import { Banner, Button, Code, Facts, Panel } from '../../ui/index.ts';
import { FindingCounts } from './finding-counts.tsx';

export function AuditResults({ month, results }: { readonly month: string; readonly results: readonly AuditResult[] }) {
  return (
    <>
      {results.map((result) => (
        <OneResult key={result.auditor} month={month} result={result} />
      ))}
    </>
  );
}

function OneResult({ month, result }: { readonly month: string; readonly result: AuditResult }) {
  const texts = useTexts().audits;
  const name = `audit-result-${month}-${result.index}`;
  return (
    <Panel
      title={texts.resultOf(result.name)}
      actions={
        <>
          <Button icon="download" onPress={() => saveFile(new Blob([result.document], { type: 'application/json' }), `${name}.json`)}>
            {texts.saveDocument}
          </Button>
          <Button icon="download" onPress={() => saveFile(new Blob([result.signature], { type: 'text/plain' }), `${name}.sig`)}>
            {texts.saveSignature}
          </Button>
          <Button icon="print" onPress={() => window.print()}>
            {texts.print}
          </Button>
        </>
      }
    >
      <div className="stack">
        {(result.counts.anomaly ?? 0) > 0 && <Banner tone="notice" title={texts.anomalyWords} />}
        <FindingCounts counts={result.counts} />
        <Facts
          facts={[
            { name: texts.signedAt, value: formatRocDateTime(Date.parse(result.signedAt)) },
            {
              name: texts.resultRecord,
              value: (
                <Link to={paths.record(result.index)} aria-label={texts.openRecord(result.index)}>
                  {result.index}
                </Link>
              ),
            },
            { name: texts.signature, value: <Code>{result.signature}</Code> },
          ]}
        />
        <details className="audits-details">
          <summary>{texts.document}</summary>
          <Code>{result.document}</Code>
        </details>
      </div>
    </Panel>
  );
}
