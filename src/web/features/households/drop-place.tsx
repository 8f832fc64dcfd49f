// Where files are dropped, or chosen by key.
import { useState, type DragEvent } from 'react';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { useHouseholdTexts } from '../../texts/index.ts';
import { Button } from '../../ui/index.ts';

export interface DropPlaceProps {
  readonly onFiles: (files: readonly File[]) => void;
  readonly disabledReason?: string | undefined;
}

export function DropPlace({ onFiles, disabledReason }: DropPlaceProps) {
  const texts = useHouseholdTexts();
  const [isOver, setOver] = useState(false);
  const isOpen = disabledReason === undefined;
  const over = (event: DragEvent) => {
    event.preventDefault();
    setOver(isOpen);
  };
  const drop = (event: DragEvent) => {
    // In any case: a browser would otherwise show the file in place of the page.
    event.preventDefault();
    setOver(false);
    if (isOpen) onFiles([...event.dataTransfer.files]);
  };
  return (
    <div className="household-drop" data-over={isOver || undefined} onDragOver={over} onDragLeave={() => setOver(false)} onDrop={drop}>
      <p>{texts.uploadWords}</p>
      <p className="household-note">{texts.uploadKinds}</p>
      <FileTrigger allowsMultiple onSelect={(files) => files && onFiles([...files])}>
        <Button variant="primary" disabledReason={disabledReason}>
          {texts.choose}
        </Button>
      </FileTrigger>
    </div>
  );
}
