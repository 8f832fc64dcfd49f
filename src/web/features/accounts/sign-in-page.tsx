// Signing in (附表十 4-1-1): account and password, and why the last session ended.
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { call, useShownProblem } from '../../api/index.ts';
import { paths } from '../../paths.ts';
import { beginSession, type SignedOutReason } from '../../session/index.ts';
import { useLanguage, useTexts } from '../../texts/index.ts';
import { Banner, Button, ClauseChip, ProblemNotice, TextField } from '../../ui/index.ts';
import { LanguageSwitch, Mark } from '../../shell/index.ts';
import { PasswordField } from './password-field.tsx';
import './sign-in.css';

export function SignInPage({ reason }: { readonly reason: SignedOutReason }) {
  const texts = useTexts();
  return (
    <div className="sign-in">
      <header className="sign-in-head">
        <LanguageSwitch />
      </header>
      <main className="sign-in-main">
        <div className="sign-in-brand">
          <Mark size={48} />
          <div>
            <h1>{texts.shell.product}</h1>
            <p>{texts.shell.tagline}</p>
          </div>
        </div>
        {reason !== 'never' && (
          <Banner tone={reason === 'left' ? 'good' : 'notice'} title={texts.accounts.reasons[reason].title} isAlert>
            <p>
              {texts.accounts.reasons[reason].words} {reason === 'idle' && <ClauseChip clause="NW-4.1.4" />}
            </p>
          </Banner>
        )}
        <SignInForm />
        <DemoHint />
        <p className="sign-in-foot">
          {texts.accounts.personal} <ClauseChip clause="NW-3.4" />
        </p>
        <a href={paths.verify()}>{texts.shell.verify}</a>
      </main>
    </div>
  );
}

function SignInForm() {
  const texts = useTexts().accounts;
  const show = useShownProblem();
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const signIn = useMutation({
    mutationFn: () => call('signIn', { body: { login: login.trim(), password } }),
    onSuccess: beginSession,
    // What was typed wrong is typed again; the account's name stays.
    onError: () => setPassword(''),
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (login.trim() !== '' && password !== '' && !signIn.isPending) signIn.mutate();
  };
  return (
    <form className="sign-in-form" onSubmit={submit}>
      {signIn.isError && <ProblemNotice problem={show(signIn.error)} />}
      {/* The page has nothing else to do: typing starts here. */}
      <TextField
        label={texts.login}
        value={login}
        onChange={setLogin}
        autoComplete="username"
        maxLength={64}
        spellCheck="false"
        autoCapitalize="none"
        autoFocus
      />
      <PasswordField label={texts.password} value={password} onChange={setPassword} autoComplete="current-password" />
      <Button type="submit" variant="primary" isPending={signIn.isPending}>
        {texts.signIn}
      </Button>
    </form>
  );
}

/** In a demonstration, where its accounts are found. */
function DemoHint() {
  const texts = useTexts();
  const { language } = useLanguage();
  const office = useQuery({ queryKey: ['office'], queryFn: ({ signal }) => call('office', {}, signal) });
  if (!office.data?.demo) return null;
  return (
    <Banner tone="notice" title={texts.shell.demo}>
      <p>{texts.accounts.demoAccounts}</p>
      <p>
        <code lang={language === 'en' ? undefined : 'en'}>npm run mingcha -- demo accounts</code>
      </p>
    </Banner>
  );
}
