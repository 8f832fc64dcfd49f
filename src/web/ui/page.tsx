// The parts of a page: its heading, its sections, and pairs of a name and a value.
import type { ReactNode } from 'react';
import { ClauseChip } from './chip.tsx';

export interface PageHeaderProps {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly clause?: string | undefined;
  readonly actions?: ReactNode;
  /** A line above the title, such as the way back. */
  readonly above?: ReactNode;
}

export function PageHeader({ title, lead, clause, actions, above }: PageHeaderProps) {
  return (
    <header className="page-header">
      <div>
        {above !== undefined && <div className="page-above">{above}</div>}
        <h1 tabIndex={-1}>
          {title}
          {clause !== undefined && <ClauseChip clause={clause} />}
        </h1>
        {lead !== undefined && <p className="page-lead">{lead}</p>}
      </div>
      {actions !== undefined && <div className="page-actions">{actions}</div>}
    </header>
  );
}

export interface PanelProps {
  readonly title?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  /** Without inner margin: the content, such as a table, reaches the edges. */
  readonly isFlush?: boolean;
}

export function Panel({ title, actions, children, isFlush = false }: PanelProps) {
  return (
    <section className={isFlush ? 'panel panel--flush' : 'panel'}>
      {(title !== undefined || actions !== undefined) && (
        <div className="panel-head">
          {title !== undefined && <h2>{title}</h2>}
          {actions !== undefined && <div className="panel-actions">{actions}</div>}
        </div>
      )}
      <div className="panel-body">{children}</div>
    </section>
  );
}

export interface Fact {
  readonly name: ReactNode;
  readonly value: ReactNode;
}

export function Facts({ facts, columns = 1 }: { readonly facts: readonly Fact[]; readonly columns?: 1 | 2 | 3 }) {
  return (
    <dl className={`facts facts--${columns}`}>
      {facts.map((fact, place) => (
        // Facts are a fixed list written by the page: their place is their identity.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={place}>
          <dt>{fact.name}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** A hash, receipt or key: monospaced, breaks anywhere. */
export function Code({ children }: { readonly children: string }) {
  return <code className="code">{children}</code>;
}
