// Words to the person at the screen: banners, what went wrong and what to do next, and what an empty place means.
import type { ReactNode } from 'react';
import { useTexts } from '../texts/index.ts';
import { ClauseChip } from './chip.tsx';
import { Icon, type IconName } from './icon.tsx';

export type BannerTone = 'info' | 'good' | 'notice' | 'bad';
const bannerIcons: Readonly<Record<BannerTone, IconName>> = { info: 'info', good: 'check', notice: 'warning', bad: 'refused' };

export interface BannerProps {
  readonly tone?: BannerTone;
  readonly title?: ReactNode;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  /** Read out at once when it appears. */
  readonly isAlert?: boolean;
}

export function Banner({ tone = 'info', title, children, actions, isAlert = false }: BannerProps) {
  return (
    <div className={`banner banner--${tone}`} role={isAlert ? 'alert' : undefined}>
      <Icon name={bannerIcons[tone]} />
      <div className="banner-words">
        {title !== undefined && <p className="banner-title">{title}</p>}
        {children}
      </div>
      {actions !== undefined && <div className="banner-actions">{actions}</div>}
    </div>
  );
}

/** A problem as shown: the wire's problem document, or one that happened before any answer came. */
export interface ShownProblem {
  readonly title: string;
  readonly next: string;
  readonly reference?: string | undefined;
  readonly clause?: string | undefined;
  readonly refusals?: readonly { readonly clause: string; readonly code: string; readonly message: string }[] | undefined;
  readonly fields?: readonly { readonly field: string; readonly message: string }[] | undefined;
}

export function ProblemNotice({ problem, actions }: { readonly problem: ShownProblem; readonly actions?: ReactNode }) {
  const texts = useTexts().ui;
  // Where one sentence is all there is to say, the next step says it.
  const fields = problem.fields?.filter(({ message }) => message !== problem.next) ?? [];
  const title = (
    <>
      {problem.title} {problem.clause !== undefined && <ClauseChip clause={problem.clause} />}
    </>
  );
  return (
    <Banner tone="bad" title={title} actions={actions} isAlert>
      {problem.refusals !== undefined && problem.refusals.length > 0 && (
        <ul className="refusals">
          {problem.refusals.map((refusal) => (
            <li key={refusal.code}>
              <ClauseChip clause={refusal.clause} />
              <span>{refusal.message}</span>
            </li>
          ))}
        </ul>
      )}
      {fields.length > 0 && (
        <ul className="refusals">
          {fields.map((field) => (
            <li key={field.field}>{field.message}</li>
          ))}
        </ul>
      )}
      <p>{problem.next}</p>
      {problem.reference !== undefined && problem.reference !== '' && (
        <p className="banner-reference">
          {texts.reference} <code>{problem.reference}</code>
        </p>
      )}
    </Banner>
  );
}

export interface EmptyStateProps {
  readonly icon?: IconName;
  readonly title: string;
  readonly children?: ReactNode;
  /** It stands for the whole page: its title is the page's heading. */
  readonly isPage?: boolean;
}

export function EmptyState({ icon = 'info', title, children, isPage = false }: EmptyStateProps) {
  return (
    <div className="empty">
      <Icon name={icon} size={28} />
      {isPage ? (
        <h1 className="empty-title" tabIndex={-1}>
          {title}
        </h1>
      ) : (
        <p className="empty-title">{title}</p>
      )}
      {children !== undefined && <div className="empty-words">{children}</div>}
    </div>
  );
}
