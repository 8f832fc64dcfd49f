// A page that broke, or whose file is gone because the program was updated meanwhile: said in plain words, with the way on.
import { useTexts } from '../texts/index.ts';
import { Banner, Button, PageHeader } from '../ui/index.ts';

export function PageFailed() {
  const texts = useTexts();
  const { title, next } = texts.shell.pageFailed;
  return (
    <>
      <PageHeader title={title} />
      <Banner tone="bad" title={next} actions={<Button onPress={() => window.location.reload()}>{texts.shell.reload}</Button>} isAlert />
    </>
  );
}
