// By which key the proof is checked, and what each of them can prove.
import { useProofTexts } from '../../texts/index.ts';
import { Panel, RadioGroup, TextArea } from '../../ui/index.ts';
import type { Verification } from './use-verification.ts';

type KeyPanelProps = Pick<Verification, 'keys' | 'chooseKeys' | 'ownKeysWrong'>;

const longestKeys = 20_000;

export function KeyPanel({ keys, chooseKeys, ownKeysWrong }: KeyPanelProps) {
  const texts = useProofTexts();
  return (
    <Panel>
      <div className="stack">
        <RadioGroup
          label={texts.keys}
          choices={[
            { id: 'site', label: texts.siteKeys, note: texts.siteKeysMean },
            { id: 'own', label: texts.ownKeys, note: texts.ownKeysMean },
          ]}
          value={keys.from}
          onChange={(from) => chooseKeys(from === 'own' ? { from, text: '' } : { from: 'site' })}
        />
        {keys.from === 'own' && (
          <TextArea
            label={texts.ownKeysLabel}
            value={keys.text}
            onChange={(text) => chooseKeys({ from: 'own', text })}
            rows={3}
            maxLength={longestKeys}
            spellCheck="false"
            error={ownKeysWrong ? texts.ownKeysWrong : undefined}
          />
        )}
        <p className="proof-note">{texts.programWords}</p>
      </div>
    </Panel>
  );
}
