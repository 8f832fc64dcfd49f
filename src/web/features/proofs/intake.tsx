// Where proofs come in: a file dropped or chosen, a code before the camera, a text pasted.
import { useState, type DragEvent } from 'react';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { longestPiece, type Piece } from '#domain/proofs';
import { useProofTexts } from '../../texts/index.ts';
import { Button, Chip, Panel, TextArea } from '../../ui/index.ts';
import { CameraScanner, hasCamera } from './camera-scanner.tsx';
import { readEvidenceFile } from './read-file.ts';
import type { Verification } from './use-verification.ts';

type IntakeProps = Pick<Verification, 'present' | 'presented' | 'clear'>;

const mostFiles = 4;
const kinds: readonly Piece['kind'][] = ['proof', 'receipt', 'checkpoint', 'content'];

export function Intake({ present, presented, clear }: IntakeProps) {
  const texts = useProofTexts();
  const [isScanning, setScanning] = useState(false);
  const there = kinds.filter((kind) => presented.evidence[kind] !== undefined);
  return (
    <Panel title={texts.present}>
      <div className="stack">
        <DropPlace present={present} onScan={() => setScanning(true)} />
        <PasteField present={present} />
        {(there.length > 0 || presented.problem !== undefined) && (
          <div className="proof-presented">
            <span>{texts.presented}</span>
            {there.map((kind) => (
              <Chip key={kind}>{texts.parts[kind]}</Chip>
            ))}
            <Button variant="quiet" onPress={clear}>
              {texts.again}
            </Button>
          </div>
        )}
      </div>
      <CameraScanner
        isOpen={isScanning}
        onClose={() => setScanning(false)}
        onCodes={(codes) => {
          setScanning(false);
          present(codes);
        }}
      />
    </Panel>
  );
}

function DropPlace({ present, onScan }: Pick<IntakeProps, 'present'> & { readonly onScan: () => void }) {
  const texts = useProofTexts();
  const [isOver, setOver] = useState(false);
  const read = async (files: FileList | null) => {
    // One after the other: the second code of a sheet joins the first.
    for (const file of [...(files ?? [])].slice(0, mostFiles)) present(await readEvidenceFile(file));
  };
  const over = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void read(event.dataTransfer.files);
  };
  return (
    <div className="proof-drop" data-over={isOver || undefined} onDragOver={over} onDragLeave={() => setOver(false)} onDrop={drop}>
      <p>{texts.drop}</p>
      <p className="proof-note">{texts.accepted}</p>
      <div className="proof-buttons">
        <FileTrigger allowsMultiple onSelect={(files) => void read(files)}>
          <Button variant="primary">{texts.choose}</Button>
        </FileTrigger>
        <Button onPress={onScan} disabledReason={hasCamera() ? undefined : texts.cameraMissing}>
          {texts.scan}
        </Button>
      </div>
    </div>
  );
}

function PasteField({ present }: Pick<IntakeProps, 'present'>) {
  const texts = useProofTexts();
  const [text, setText] = useState('');
  return (
    <form
      className="proof-paste"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '') present([text]);
        setText('');
      }}
    >
      <TextArea label={texts.paste} value={text} onChange={setText} rows={4} maxLength={longestPiece} spellCheck="false" />
      <Button type="submit">{texts.check}</Button>
    </form>
  );
}
