import { type Me, signIn } from '@oneplan/runtime/contracts/api/session.ts';
import { useApi } from '@oneplan/runtime/ui/api/api-context.tsx';
import { duration, problemNamespace, retryAfterSeconds } from '@oneplan/runtime/ui/api/problems.ts';
import { sessionBegun } from '@oneplan/runtime/ui/session/session-state.ts';
import { useCountdown } from '@oneplan/runtime/ui/session/use-countdown.ts';
import { sessionKey } from '@oneplan/runtime/ui/session/use-session.ts';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '../app/problem-words.ts';
import { SignInField } from './sign-in-field.tsx';

interface SignInFormProps {
  /** Given: only the password is asked for. */
  readonly username?: string;
  /** Filled in from outside, by a demo account. */
  readonly suggestion?: { readonly username: string; readonly password: string };
  readonly onSignedIn?: (me: Me) => void;
}

export function SignInForm({ username: fixed, suggestion, onSignedIn }: SignInFormProps) {
  const { t } = useTranslation('designer');
  const { t: say } = useTranslation(problemNamespace);
  const api = useApi();
  const queries = useQueryClient();
  const textOf = useProblemText();
  const [username, setUsername] = useState(fixed ?? '');
  const [password, setPassword] = useState('');
  const [missing, setMissing] = useState({ username: false, password: false });
  const [failure, setFailure] = useState<unknown>(null);
  const [sending, setSending] = useState(false);
  const wait = useCountdown();
  const alert = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (suggestion === undefined) return;
    setUsername(suggestion.username);
    setPassword(suggestion.password);
    setFailure(null);
  }, [suggestion]);

  const send = async (event: FormEvent) => {
    event.preventDefault();
    const found = { username: username.trim() === '', password: password === '' };
    setMissing(found);
    if (found.username || found.password) return;
    setSending(true);
    setFailure(null);
    try {
      const me = await api.call(signIn, { body: { username: username.trim(), password } });
      sessionBegun();
      // A draft that is open is not asked for again: what is on the page stays.
      queries.setQueryData(sessionKey, me);
      onSignedIn?.(me);
    } catch (error) {
      setFailure(error);
      wait.start(retryAfterSeconds(error) ?? 0);
      alert.current?.focus();
    } finally {
      setSending(false);
    }
  };

  return (
    <form className="de-sign-in-form" onSubmit={(event) => void send(event)} noValidate>
      <div ref={alert} role="alert" tabIndex={-1} className="de-alert-text">
        {failure !== null && textOf(failure)}
      </div>
      {fixed === undefined && (
        <SignInField
          label={t('session.username')}
          error={missing.username ? t('session.usernameMissing') : undefined}
        >
          {(control) => (
            <Input
              {...control}
              size="large"
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
              value={username}
              onChange={(event) => setUsername(event.target.value)}
            />
          )}
        </SignInField>
      )}
      <SignInField
        label={t('session.password')}
        error={missing.password ? t('session.passwordMissing') : undefined}
      >
        {(control) => (
          <Input.Password
            {...control}
            size="large"
            autoComplete="current-password"
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        )}
      </SignInField>
      <Button type="primary" htmlType="submit" size="large" block loading={sending} disabled={wait.left > 0}>
        {wait.left > 0
          ? t('session.wait', { wait: duration(wait.left, (key, values) => String(say(key, { ...values }))) })
          : t(sending ? 'session.submitting' : 'session.submit')}
      </Button>
    </form>
  );
}
