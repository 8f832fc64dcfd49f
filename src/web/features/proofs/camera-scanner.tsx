// Looks through the camera until a code is read. The pictures stay in the browser.
import { useEffect, useRef, useState } from 'react';
import { useProofTexts, useTexts } from '../../texts/index.ts';
import { Banner, Button, Dialog } from '../../ui/index.ts';
import { readCodes } from './read-codes.ts';

/** Pages that are not served over TLS get no camera. */
export function hasCamera(): boolean {
  return 'mediaDevices' in navigator;
}

interface CameraScannerProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onCodes: (codes: readonly string[]) => void;
}

export function CameraScanner({ isOpen, onClose, onCodes }: CameraScannerProps) {
  const texts = useProofTexts();
  const { cancel } = useTexts().ui;
  return (
    <Dialog title={texts.scanning} isOpen={isOpen} onClose={onClose} width="wide" actions={<Button onPress={onClose}>{cancel}</Button>}>
      <Scanning onCodes={onCodes} />
    </Dialog>
  );
}

function Scanning({ onCodes }: Pick<CameraScannerProps, 'onCodes'>) {
  const texts = useProofTexts();
  const video = useRef<HTMLVideoElement>(null);
  const [isRefused, setRefused] = useState(false);
  // Whatever is handed in later, the camera is opened once.
  const found = useRef(onCodes);
  useEffect(() => {
    found.current = onCodes;
  }, [onCodes]);
  useEffect(() => {
    const closing = new AbortController();
    scan(video.current, closing.signal, (codes) => found.current(codes)).catch(() => setRefused(!closing.signal.aborted));
    return () => closing.abort();
  }, []);
  if (isRefused) return <Banner tone="bad" title={texts.cameraRefused} isAlert />;
  return (
    <>
      <p>{texts.scanWords}</p>
      <video ref={video} className="proof-video" aria-label={texts.cameraPicture} muted playsInline />
    </>
  );
}

const betweenFramesMs = 100;
/** Enough for a dense code; cameras give less where they have less. */
const wanted: MediaStreamConstraints = { video: { facingMode: 'environment', width: { ideal: 1_920 }, height: { ideal: 1_080 } } };

async function scan(video: HTMLVideoElement | null, closing: AbortSignal, onCodes: (codes: readonly string[]) => void): Promise<void> {
  if (!video) return;
  const stream = await navigator.mediaDevices.getUserMedia(wanted);
  try {
    video.srcObject = stream;
    await video.play();
    while (!closing.aborted) {
      const codes = await readCodes(video, { patiently: false });
      if (closing.aborted) return;
      if (codes.length > 0) return onCodes(codes);
      await new Promise((resolve) => setTimeout(resolve, betweenFramesMs));
    }
  } finally {
    for (const track of stream.getTracks()) track.stop();
  }
}
