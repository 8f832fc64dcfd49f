// Values are hidden until somebody asks to see them, and hidden again after a minute (NW-4.1.2, NV-4.2.2: nobody without business reads along).
import { useEffect, useState } from 'react';

const shownForSeconds = 60;

export interface Reveal {
  readonly isShown: boolean;
  readonly secondsLeft: number;
  readonly toggle: () => void;
}

export function useReveal(): Reveal {
  const [untilMs, setUntilMs] = useState<number>();
  const [nowMs, setNowMs] = useState(() => Date.now());
  useEffect(() => {
    if (untilMs === undefined) return undefined;
    const timer = setInterval(() => {
      setNowMs(Date.now());
      if (Date.now() >= untilMs) setUntilMs(undefined);
    }, 1_000);
    return () => clearInterval(timer);
  }, [untilMs]);
  const toggle = () => {
    setNowMs(Date.now());
    setUntilMs(untilMs === undefined ? Date.now() + shownForSeconds * 1_000 : undefined);
  };
  return { isShown: untilMs !== undefined, secondsLeft: Math.max(0, Math.ceil(((untilMs ?? nowMs) - nowMs) / 1_000)), toggle };
}
