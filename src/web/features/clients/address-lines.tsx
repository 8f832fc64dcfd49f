// The fixed addresses (NV-3.7), a line each, checked as soon as a line is left: what is wrong in plain words, beside the line.
import { useState } from 'react';
import { useClientTexts } from '../../texts/index.ts';
import { maxAddresses } from '#domain/verification';
import { Button, ClauseChip, Icon, IconButton, TextField } from '../../ui/index.ts';
import { clauses } from './clauses.ts';
import { addLine, addressKind, putIntoLine, type AddressLine, type DraftFault } from './service-draft.ts';

export interface AddressLinesProps {
  readonly lines: readonly AddressLine[];
  readonly onLines: (lines: AddressLine[]) => void;
  /** Of each line that is wrong. */
  readonly faults: ReadonlyMap<number, DraftFault>;
  /** What the server said of a line. */
  readonly errors: ReadonlyMap<number, string>;
  /** Of the list itself. */
  readonly error: string | undefined;
  /** The form was sent: every line is judged, left or not. */
  readonly isTried: boolean;
}

export function AddressLines({ lines, onLines, faults, errors, error, isTried }: AddressLinesProps) {
  const texts = useClientTexts();
  const [left, setLeft] = useState<ReadonlySet<number>>(() => new Set(lines.map(({ id }) => id)));
  const [added, setAdded] = useState<number>();
  const add = () => {
    const more = addLine(lines);
    setAdded(more.at(-1)?.id);
    onLines(more);
  };
  const errorOf = ({ id }: AddressLine) => {
    const fault = isTried || left.has(id) ? faults.get(id) : undefined;
    return fault === undefined ? errors.get(id) : texts.faults[fault];
  };
  return (
    <div className="field" data-part="addresses" role="group" aria-label={texts.addresses}>
      <div className="field-label">
        <span>{texts.addresses}</span>
        <ClauseChip clause={clauses.addresses} />
      </div>
      <p className="field-hint">{texts.addressesHint}</p>
      <div className="clients-lines">
        {lines.map((line, place) => {
          const found = errorOf(line);
          const kind = found === undefined && !faults.has(line.id) ? addressKind(line.text) : undefined;
          return (
            <div key={line.id} className="clients-line" data-line={line.id}>
              <TextField
                label={texts.addressLabel(place + 1)}
                value={line.text}
                onChange={(text) => onLines(putIntoLine(lines, line.id, text))}
                onBlur={() => setLeft(new Set([...left, line.id]))}
                // Enter goes on to the next address; the form is sent from elsewhere.
                onKeyDown={(event) => {
                  if (event.key !== 'Enter' || line.text.trim() === '') return;
                  event.preventDefault();
                  if (place === lines.length - 1) add();
                }}
                autoFocus={line.id === added}
                autoComplete="off"
                spellCheck="false"
                autoCapitalize="none"
                maxLength={1_024}
                error={found}
                {...(kind !== undefined && { hint: texts.addressKind[kind] })}
              />
              <IconButton
                icon="close"
                label={texts.removeAddress(place + 1)}
                isDisabled={lines.length === 1}
                onPress={() => onLines(lines.filter(({ id }) => id !== line.id))}
              />
            </div>
          );
        })}
      </div>
      {error !== undefined && (
        <p className="field-notes field-error">
          <Icon name="refused" size={15} />
          {error}
        </p>
      )}
      <div>
        <Button icon="plus" onPress={add} disabledReason={lines.length >= maxAddresses ? texts.faults['too-many-addresses'] : undefined}>
          {texts.addAddress}
        </Button>
      </div>
    </div>
  );
}
