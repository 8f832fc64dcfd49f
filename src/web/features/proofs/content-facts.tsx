// What the record says, as its leaf commits to it: named and ordered as on its page and its printed sheet, to be compared line by line.
import { useState, type ReactNode } from 'react';
import { formatRocDate, formatRocDateTime, maskNationalId, parseDate, type JsonObject, type JsonValue } from '#domain/kernel';
import type { CompartmentLetter } from '#domain/ledger';
import type { OpenedContent } from '#domain/proofs';
import { useProofTexts, useTexts, type Texts } from '../../texts/index.ts';
import { Button, Facts, Panel } from '../../ui/index.ts';

type Names = Readonly<Record<string, string>>;

const letters: readonly CompartmentLetter[] = ['A', 'B', 'C'];
const nationalId = 'subject';

/** @param names what the log's regulation calls its codes */
export function ContentFacts({ content, names }: { readonly content: OpenedContent; readonly names: Names }) {
  return letters.map((letter) => {
    const { at, body } = content[letter] ?? {};
    return isObject(body) && <Compartment key={letter} letter={letter} at={at} body={body} names={names} />;
  });
}

interface CompartmentProps {
  readonly letter: CompartmentLetter;
  /** When it was written; the first compartment has it. */
  readonly at: JsonValue | undefined;
  readonly body: JsonObject;
  readonly names: Names;
}

function Compartment({ letter, at, body, names }: CompartmentProps) {
  const texts = useTexts();
  const proofTexts = useProofTexts();
  const [isShown, setShown] = useState(false);
  const codeNames = { ...programNames(texts), ...names };
  const subject = body[nationalId];
  const hides = typeof subject === 'string';
  const shownBody = hides && !isShown ? { ...body, [nationalId]: maskNationalId(subject) } : body;
  const written = typeof at === 'string' ? [{ name: proofTexts.written, value: formatRocDateTime(Date.parse(at)) }] : [];
  const said = inReadingOrder(shownBody, texts.records.fields).map(([field, value]) => ({
    name: named(field, texts.records.fields),
    value: <Value value={value} names={codeNames} />,
  }));
  if (written.length + said.length === 0) return null;
  const reveal = (
    <Button variant="quiet" icon={isShown ? 'eye-off' : 'eye'} onPress={() => setShown(!isShown)}>
      {isShown ? texts.records.hideSubject : texts.records.showSubject}
    </Button>
  );
  return (
    <Panel title={proofTexts.compartments[letter]} actions={hides && reveal}>
      <Facts facts={[...written, ...said]} />
    </Panel>
  );
}

/** Any JSON: what a record holds was decided by who wrote it. */
function Value({ value, names }: { readonly value: JsonValue | undefined; readonly names: Names }): ReactNode {
  const texts = useTexts().records;
  if (value === null || value === undefined || value === '') return '—';
  if (typeof value === 'boolean') return value ? texts.yes : texts.no;
  if (typeof value === 'string') return /^\d{4}-\d\d-\d\d$/.test(value) ? rocDate(value) : named(value, names);
  if (typeof value === 'number') return value;
  const entries = isObject(value)
    ? inReadingOrder(value, texts.fields)
    : [...value.entries()].map(([at, item]) => [String(at), item] as const);
  if (entries.length === 0) return '—';
  return (
    <ul className="proof-values">
      {entries.map(([key, item]) => (
        <li key={key}>
          {isObject(value) && `${named(key, texts.fields)} `}
          <Value value={item} names={names} />
        </li>
      ))}
    </ul>
  );
}

function rocDate(text: string): string {
  const day = parseDate(text);
  return day ? formatRocDate(day) : text;
}

function inReadingOrder(content: JsonObject, names: Names): [string, JsonValue | undefined][] {
  const order = Object.keys(names);
  const place = (field: string) => (order.includes(field) ? order.indexOf(field) : order.length);
  return Object.entries(content).toSorted(([a], [b]) => place(a) - place(b));
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Codes that the program itself writes. */
function programNames({ records, queries }: Texts): Names {
  return Object.assign({}, ...Object.values(records.codes), records.types, queries.states, records.refusals) as Names; // tables of names
}

function named(code: string, names: Names): string {
  return (Object.hasOwn(names, code) ? names[code] : undefined) ?? code;
}
