// Who is signed in decides what is mounted. Signed out, only the sign-in page exists, whatever the address says;
// after signing in, the address's page is shown.
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { SignInPage } from './features/accounts/sign-in-page.tsx';
import { router } from './router.tsx';
import { queryClient, useSessionState } from './session/index.ts';
import { StartFailed, Starting } from './shell/starting.tsx';
import { LanguageProvider } from './texts/index.ts';
import { ToastProvider } from './ui/index.ts';

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
      return <SignInPage reason={state.reason} />;
    case 'signed-in':
      // The key: another person's session never takes over what this one's pages hold in memory.
      return <RouterProvider key={state.session.account} router={router} />;
  }
}
