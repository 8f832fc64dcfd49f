// Copies a text (a receipt, a hash) and says so.
import { useTexts } from '../texts/index.ts';
import { Button } from './button.tsx';
import { useToast } from './toast.tsx';

export function CopyButton({ text, label }: { readonly text: string; readonly label?: string }) {
  const texts = useTexts().ui;
  const say = useToast();
  const copy = async () => {
    try {
      // Missing where the page is not served over TLS: then it fails like a refusal.
      await navigator.clipboard.writeText(text);
      say(texts.copied);
    } catch {
      say(texts.copyFailed, 'bad');
    }
  };
  return (
    <Button variant="quiet" icon="copy" onPress={() => void copy()}>
      {label ?? texts.copy}
    </Button>
  );
}
