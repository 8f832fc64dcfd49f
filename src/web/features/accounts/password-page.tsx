// Changing one's own password (NW-3.4, NW-3.5): every rule in sight, ticked while typing.
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState, type RefObject, type SubmitEvent } from 'react';
import { brokenPasswordRules, type PasswordRule } from '#domain/accounts';
import { formatRocDate, parseDate } from '#domain/kernel';
import { call, fieldError, ProblemError, useShownProblem } from '../../api/index.ts';
import { renewSession, useSession, useSharedClauses } from '../../session/index.ts';
import { useTexts } from '../../texts/index.ts';
import { Banner, Button, PageHeader, Panel, ProblemNotice, useToast } from '../../ui/index.ts';
import { PasswordField } from './password-field.tsx';
import { PasswordRules } from './password-rules.tsx';
import './password.css';

export function PasswordPage() {
  const clauses = useSharedClauses();
  const texts = useTexts().accounts;
  const session = useSession();
  const changedOn = parseDate(session.passwordChangedOn);
  return (
    <>
      <PageHeader
        title={texts.changeTitle}
        clause={clauses.password}
        lead={texts.changeLead(changedOn ? formatRocDate(changedOn) : session.passwordChangedOn)}
      />
      <div className="stack password-page">
        {session.mustChangePassword && <Banner tone="notice" title={texts.mustChange} />}
        <Panel>
          <PasswordForm />
        </Panel>
      </div>
    </>
  );
}

const blank = { current: '', next: '', repeated: '' };

function PasswordForm() {
  const texts = useTexts().accounts;
  const session = useSession();
  const say = useToast();
  const show = useShownProblem();
  const [typed, setTyped] = useState(blank);
  const [tries, setTries] = useState(0);
  const wasSent = tries > 0;
  const change = useMutation({
    mutationFn: () => call('changePassword', { body: { currentPassword: typed.current, newPassword: typed.next } }),
    onSuccess: (renewed) => {
      setTyped(blank);
      setTries(0);
      say(texts.changed);
      renewSession(renewed);
    },
  });
  const { login, passwordPolicy } = session;
  const broken =
    typed.next === '' ? undefined : brokenPasswordRules({ password: typed.next, login, leastLength: passwordPolicy.leastLength });
  // What is wrong with the present password is said beside it, and needs no second place.
  const wrongCurrent = fieldError(change.error, 'currentPassword');
  const differs = typed.repeated !== '' && typed.repeated !== typed.next;
  const form = useFocusOnInvalid(tries, change.error);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setTries(tries + 1);
    if (typed.current !== '' && broken?.length === 0 && typed.repeated === typed.next && !change.isPending) change.mutate();
  };
  const edit = (part: keyof typeof blank) => (value: string) => setTyped({ ...typed, [part]: value });
  return (
    <form ref={form} className="password-form" onSubmit={submit}>
      <div className="stack">
        {change.isError && wrongCurrent === undefined && <ProblemNotice problem={{ ...show(change.error), fields: undefined }} />}
        <PasswordField
          label={texts.currentPassword}
          value={typed.current}
          onChange={edit('current')}
          autoComplete="current-password"
          error={wasSent && typed.current === '' ? texts.currentMissing : wrongCurrent}
        />
        <PasswordField
          label={texts.newPassword}
          value={typed.next}
          onChange={edit('next')}
          autoComplete="new-password"
          hint={texts.pasteAllowed}
          error={wasSent && broken?.length !== 0 ? texts.newBroken : fieldError(change.error, 'newPassword')}
        />
        <PasswordField
          label={texts.repeatPassword}
          value={typed.repeated}
          onChange={edit('repeated')}
          autoComplete="new-password"
          error={differs || (wasSent && typed.repeated !== typed.next) ? texts.repeatDiffers : undefined}
        />
        <div>
          <Button type="submit" variant="primary" isPending={change.isPending}>
            {texts.changeNow}
          </Button>
        </div>
      </div>
      <PasswordRules policy={passwordPolicy} broken={broken} refused={refusedRules(change.error)} />
    </form>
  );
}

/** After an attempt that could not succeed the keyboard is at the first field to be mended, whose error is read out with it. */
function useFocusOnInvalid(tries: number, error: unknown): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (tries > 0 || error !== null) form.current?.querySelector<HTMLElement>('[data-invalid] input')?.focus();
  }, [tries, error]);
  return form;
}

/** What only the server can tell: reuse, and a change too soon. */
function refusedRules(error: unknown): readonly PasswordRule[] {
  if (!(error instanceof ProblemError) || error.problem.code !== 'password-too-weak') return [];
  return (error.problem.fields ?? []).map((field) => field.code as PasswordRule); // the server's codes are the rules' names
}
