// Moving through pages of a list.
import { useTexts } from '../texts/index.ts';
import { Button } from './button.tsx';

export interface PagerProps {
  readonly page: number;
  /** Left out when nobody knows how many there are. */
  readonly pages?: number;
  readonly hasNext: boolean;
  readonly onPage: (page: number) => void;
}

export function Pager({ page, pages, hasNext, onPage }: PagerProps) {
  const texts = useTexts().ui;
  const place = pages === undefined ? texts.page(page) : texts.pageOf(page, pages);
  return (
    <nav className="pager" aria-label={place}>
      <Button icon="left" isDisabled={page <= 1} onPress={() => onPage(page - 1)}>
        {texts.previousPage}
      </Button>
      <span className="pager-place" aria-live="polite">
        {place}
      </span>
      <Button icon="right" isDisabled={!hasNext} onPress={() => onPage(page + 1)}>
        {texts.nextPage}
      </Button>
    </nav>
  );
}
