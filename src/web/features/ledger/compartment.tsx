// One compartment of a record as names and values. The national id is masked until asked for.
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { formatRocDate, maskNationalId, parseDate } from '#domain/kernel';
import { paths } from '../../paths.ts';
import { useTexts, type Texts } from '../../texts/index.ts';
import { Button, ClauseChip, Code, Facts, Panel } from '../../ui/index.ts';
import type { NameOf } from './use-code-names.ts';
import './record.css';

const nationalId = 'subject';

export interface CompartmentProps {
  readonly title: string;
  readonly content: Readonly<Record<string, unknown>>;
  readonly nameOf: NameOf;
}

export function Compartment({ title, content, nameOf }: CompartmentProps) {
  const texts = useTexts().records;
  const [isShown, setShown] = useState(false);
  const names = inReadingOrder(Object.keys(content), Object.keys(texts.fields));
  const hidesSomething = typeof content[nationalId] === 'string';
  const shown = (name: string) => (name === nationalId && !isShown ? maskNationalId(String(content[name])) : content[name]);
  const reveal = (
    <Button variant="quiet" icon={isShown ? 'eye-off' : 'eye'} onPress={() => setShown(!isShown)}>
      {isShown ? texts.hideSubject : texts.showSubject}
    </Button>
  );
  return (
    <Panel title={title} actions={hidesSomething && reveal}>
      {names.length === 0 && <p className="record-words">{texts.nothingInside}</p>}
      <Facts
        facts={names.map((name) => ({
          name: fieldName(texts.fields, name),
          value: <Value field={name} value={shown(name)} nameOf={nameOf} />,
        }))}
      />
    </Panel>
  );
}

interface ValueProps {
  readonly field: string;
  readonly value: unknown;
  readonly nameOf: NameOf;
}

/** Any JSON: what a record holds is decided by who wrote it, now or years ago. */
function Value({ field, value, nameOf }: ValueProps) {
  const texts = useTexts();
  if (value === null || value === undefined || value === '') return '—';
  if (typeof value === 'string') return written(field, value, nameOf, texts);
  if (typeof value === 'boolean') return value ? texts.records.yes : texts.records.no;
  if (typeof value === 'number' && recordFields.has(field)) return <RecordLink index={value} />;
  if (typeof value !== 'object') return String(value);
  if (!Array.isArray(value)) return <Inner field={field} content={value as Readonly<Record<string, unknown>>} nameOf={nameOf} />; // an object of JSON
  if (value.length === 0) return '—';
  return (
    <ul className="record-list">
      {value.map((item: unknown) => (
        <li key={JSON.stringify(item)}>
          <Value field={field} value={item} nameOf={nameOf} />
        </li>
      ))}
    </ul>
  );
}

/** Digests, seeds and signatures: long, and read by machines. */
const codeFields: ReadonlySet<string> = new Set(
  'digest listDigest documentDigest requestDigest manifestDigest fileSha256 seed rootHash entropy signature'.split(' '),
);
const dateFields: ReadonlySet<string> = new Set(
  'from until on revokedOn passwordChangedOn citizenConsentOn consentedOn letterFiledOn holidays makeUpWorkingDays asOf birthDate'.split(
    ' ',
  ),
);
const recordFields: ReadonlySet<string> = new Set(['index', 'intent']);

function written(field: string, text: string, nameOf: NameOf, texts: Texts): ReactNode {
  if (codeFields.has(field)) return <Code>{text}</Code>;
  if (field === 'clause') return <ClauseChip clause={text} />;
  if ((field === 'month' || field === 'period') && /^\d{4}-\d{2}$/.test(text))
    return texts.months.name(Number(text.slice(0, 4)), Number(text.slice(5)));
  const day = dateFields.has(field) ? parseDate(text) : undefined;
  return day ? formatRocDate(day) : nameOf(field, text);
}

function RecordLink({ index }: { readonly index: number }) {
  const texts = useTexts().queries;
  return (
    <Link to={paths.record(index)} aria-label={texts.openRecord(index)}>
      {index}
    </Link>
  );
}

interface InnerProps {
  readonly field: string;
  readonly content: Readonly<Record<string, unknown>>;
  readonly nameOf: NameOf;
}

const mostOnOneLine = 4;

/** An object inside a value. A refusal is its clause as a chip and its ground in words. */
function Inner({ field, content, nameOf }: InnerProps) {
  const texts = useTexts().records;
  const { clause, ...rest } = content;
  const isRefusal = typeof clause === 'string';
  const names = inReadingOrder(Object.keys(rest), Object.keys(texts.fields));
  return (
    <>
      {isRefusal && <ClauseChip clause={clause} />}
      {names.map((name) => (
        <span key={name} className={names.length > mostOnOneLine ? 'record-inner record-inner-line' : 'record-inner'}>
          {!isRefusal && `${fieldName(texts.fields, nameOf(field, name))} `}
          <Value field={name} value={rest[name]} nameOf={nameOf} />
        </span>
      ))}
    </>
  );
}

function fieldName(names: Readonly<Record<string, string>>, field: string): string {
  return (Object.hasOwn(names, field) ? names[field] : undefined) ?? field;
}

/** Records keep their fields in alphabetical order; people read purpose before operation, and a name before an address. */
function inReadingOrder(names: readonly string[], order: readonly string[]): string[] {
  const place = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
  return names.toSorted((a, b) => place(a) - place(b));
}
