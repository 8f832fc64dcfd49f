// Who is signed in decides what is mounted. Signed out, only the sign-in page exists, and the one where anyone may check a proof;
// after signing in, the address's page is shown.
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { SignInPage } from './features/accounts/sign-in-page.tsx';
import { paths } from './paths.ts';
import { router } from './router.tsx';
import { queryClient, useSessionState } from './session/index.ts';
import { PageFailed } from './shell/page-failed.tsx';
import { StartFailed, Starting } from './shell/starting.tsx';
import { LanguageProvider } from './texts/index.ts';
import { ToastProvider } from './ui/index.ts';

const VerifyAlone = lazy(() =>
  import('./features/proofs/index.tsx').then(({ VerifyAlone: page }) => ({ default: page })).catch(() => ({ default: PageFailed })),
);

export function App() {
  return (
    <LanguageProvider>
      <QueryClientProvider client={queryClient}>
        <ToastProvider>
          <Page />
        </ToastProvider>
      </QueryClientProvider>
    </LanguageProvider>
  );
}

function Page() {
  const state = useSessionState();
  switch (state.kind) {
    case 'loading':
      return <Starting />;
    case 'failed':
      return <StartFailed error={state.error} />;
    case 'signed-out':
      return window.location.pathname === paths.verify() ? <OpenPage /> : <SignInPage reason={state.reason} />;
    case 'signed-in':
      // The key: another person's session never takes over what this one's pages hold in memory.
      return <RouterProvider key={state.session.account} router={router} />;
  }
}

/** The page that asks for no account. */
function OpenPage() {
  return (
    <Suspense fallback={<Starting />}>
      <VerifyAlone />
    </Suspense>
  );
}
