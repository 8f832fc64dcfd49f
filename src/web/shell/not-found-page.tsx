import { Link } from '@tanstack/react-router';
import { paths } from '../paths.ts';
import { useTexts } from '../texts/index.ts';
import { EmptyState } from '../ui/index.ts';

export function NotFoundPage() {
  const texts = useTexts().shell;
  return (
    <EmptyState icon="search" title={texts.noSuchPage} isPage>
      <Link to={paths.home()}>{texts.toStart}</Link>
    </EmptyState>
  );
}
