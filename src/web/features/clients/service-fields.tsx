// The fields of the application form, in reading order; each stands inside an element with `data-part`.
import { useClientTexts } from '../../texts/index.ts';
import { CheckboxGroup, Panel, RadioGroup, RocDatePicker, TextField } from '../../ui/index.ts';
import { clauses } from './clauses.ts';
import type { DraftPart, ServiceDraft } from './service-draft.ts';
import { useClaimName, type Scope } from './use-scope.ts';

export interface PartProps {
  readonly draft: ServiceDraft;
  readonly put: <P extends keyof ServiceDraft>(part: P, value: ServiceDraft[P]) => void;
  readonly errorOf: (part: DraftPart) => string | undefined;
}

export function BasicFields({ draft, put, errorOf }: PartProps) {
  const texts = useClientTexts();
  const line = (
    part: 'number' | 'name' | 'unit' | 'contactName' | 'reachedBy',
    words: { label: string; hint?: string; clause?: string },
    maxLength: number,
  ) => (
    <div data-part={part}>
      <TextField {...words} value={draft[part]} onChange={(text) => put(part, text)} maxLength={maxLength} error={errorOf(part)} />
    </div>
  );
  return (
    <Panel title={texts.basics}>
      <div className="clients-pair">
        {line('number', { label: texts.number, hint: texts.numberHint, clause: clauses.setting }, 64)}
        {line('name', { label: texts.name, hint: texts.nameHint }, 60)}
        {line('unit', { label: texts.unit }, 60)}
        <div className="clients-pair">
          {line('contactName', { label: texts.contactName }, 40)}
          {line('reachedBy', { label: texts.reachedBy, hint: texts.reachedByHint }, 100)}
        </div>
      </div>
    </Panel>
  );
}

export function ScopeFields({ draft, put, errorOf, scope }: PartProps & { readonly scope: Scope }) {
  const texts = useClientTexts();
  const nameOf = useClaimName();
  return (
    <Panel title={texts.scope}>
      <div className="stack">
        <div data-part="purposes">
          <CheckboxGroup
            label={texts.purposes}
            clause={clauses.purposes}
            choices={scope.purposes.map(({ code, name }) => ({ id: code, label: name }))}
            value={[...draft.purposes]}
            onChange={(purposes) => put('purposes', purposes)}
            error={errorOf('purposes')}
          />
        </div>
        <div data-part="claims">
          <CheckboxGroup
            label={texts.claims}
            clause={clauses.setting}
            hint={texts.claimsHint}
            columns={2}
            choices={scope.claims.map((code) => ({ id: code, label: nameOf(code) }))}
            value={[...draft.claims]}
            // In the regulation's order, however they were ticked.
            onChange={(claims) =>
              put(
                'claims',
                scope.claims.filter((code) => claims.includes(code)),
              )
            }
            error={errorOf('claims')}
          />
        </div>
      </div>
    </Panel>
  );
}

export function ProofFields({ draft, put, errorOf }: PartProps) {
  const texts = useClientTexts();
  return (
    <>
      <RadioGroup
        label={texts.proves}
        choices={[
          { id: 'key', label: texts.byKey, note: texts.keysNowhere },
          { id: 'certificate', label: texts.byCertificate },
        ]}
        value={draft.proves}
        onChange={(proves) => put('proves', proves === 'certificate' ? 'certificate' : 'key')}
      />
      {draft.proves === 'certificate' && (
        <div data-part="certificate">
          <TextField
            label={texts.certificate}
            hint={texts.certificateHint}
            value={draft.certificate}
            onChange={(certificate) => put('certificate', certificate)}
            maxLength={128}
            spellCheck="false"
            autoCapitalize="none"
            error={errorOf('certificate')}
          />
        </div>
      )}
    </>
  );
}

export function LimitFields({ draft, put, errorOf }: PartProps) {
  const texts = useClientTexts();
  return (
    <Panel title={texts.limits}>
      <p className="clients-lead">{texts.untilHint}</p>
      <div className="clients-pair">
        <div data-part="from">
          <RocDatePicker
            label={texts.from}
            clause={clauses.period}
            value={draft.from}
            onChange={(day) => put('from', day)}
            error={errorOf('from')}
          />
        </div>
        <div data-part="until">
          <RocDatePicker label={texts.until} value={draft.until} onChange={(day) => put('until', day)} error={errorOf('until')} />
        </div>
        <div data-part="requestsPerDay">
          <TextField
            label={texts.requestsPerDay}
            hint={texts.limitHint}
            inputMode="numeric"
            value={draft.requestsPerDay}
            onChange={(count) => put('requestsPerDay', count)}
            maxLength={12}
            error={errorOf('requestsPerDay')}
          />
        </div>
        <div data-part="personsPerDay">
          <TextField
            label={texts.personsPerDay}
            hint={texts.personsHint}
            inputMode="numeric"
            value={draft.personsPerDay}
            onChange={(count) => put('personsPerDay', count)}
            maxLength={12}
            error={errorOf('personsPerDay')}
          />
        </div>
      </div>
    </Panel>
  );
}
