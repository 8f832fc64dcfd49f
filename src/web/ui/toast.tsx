// Short news that needs no answer, such as "copied": said once at the bottom, read out, gone after some seconds.
import { createContext, use, useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import { Icon } from './icon.tsx';

/** `bad`: it did not work. */
export type Say = (message: string, tone?: 'good' | 'bad') => void;

const shownForMs = 4_000;
const ToastContext = createContext<Say>(() => undefined);

export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const [news, setNews] = useState<{ readonly message: string; readonly tone: 'good' | 'bad' }>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const say = useCallback<Say>((message, tone = 'good') => {
    clearTimeout(timer.current);
    setNews({ message, tone });
    timer.current = setTimeout(() => setNews(undefined), shownForMs);
  }, []);
  return (
    <ToastContext value={say}>
      {children}
      <div className="toast-place" role="status" aria-live="polite">
        {news !== undefined && (
          <div className="toast">
            <Icon name={news.tone === 'good' ? 'check' : 'refused'} />
            {news.message}
          </div>
        )}
      </div>
    </ToastContext>
  );
}

/** `const say = useToast(); say('已複製')` */
export function useToast(): Say {
  return use(ToastContext);
}
