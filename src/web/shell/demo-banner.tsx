// A demonstration says so on every page, so that nobody takes invented persons for real ones, nor the other way round.
import { useTexts } from '../texts/index.ts';
import { Icon } from '../ui/index.ts';

export function DemoBanner() {
  const texts = useTexts().shell;
  return (
    <p className="demo-banner">
      <Icon name="info" size={16} />
      {texts.demo}
    </p>
  );
}
