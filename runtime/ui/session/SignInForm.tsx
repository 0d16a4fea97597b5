import { useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Me, signIn } from '../../contracts/api/session.ts';
import { useApi } from '../api/api-context.tsx';
import { useProblemText } from '../api/problem-words.ts';
import { duration, problemNamespace, retryAfterSeconds } from '../api/problems.ts';
import { HiddenUsername } from './HiddenUsername.tsx';
import { SignInField } from './SignInField.tsx';
import { sessionBegun } from './session-state.ts';
import { useCountdown } from './use-countdown.ts';
import { sessionKey } from './use-session.ts';
import './sign-in-form.css';

interface SignInFormProps {
  /** Given: only the password is asked for. */
  readonly username?: string;
  /** Filled in from outside, e.g. by a demo account. */
  readonly suggestion?: { readonly username: string; readonly password: string };
  readonly onSignedIn?: (me: Me) => void;
  /** Answers of the server that are kept as they are, such as a draft that is being edited. */
  readonly keepAnswers?: boolean;
}

/** Signs a person in; what is on the page stays, and what others would see is asked for again. */
export function SignInForm({
  username: fixed,
  suggestion,
  onSignedIn,
  keepAnswers = false,
}: SignInFormProps) {
  const { t } = useTranslation('ui');
  const { t: say } = useTranslation(problemNamespace);
  const api = useApi();
  const queries = useQueryClient();
  const textOf = useProblemText();
  const [username, setUsername] = useState(fixed ?? '');
  const [password, setPassword] = useState('');
  const [missing, setMissing] = useState<{ username?: string; password?: string }>({});
  const [failure, setFailure] = useState<unknown>(null);
  const [sending, setSending] = useState(false);
  const wait = useCountdown();
  const alert = useRef<HTMLDivElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const hint = useId();

  useEffect(() => {
    if (suggestion === undefined) return;
    setUsername(suggestion.username);
    setPassword(suggestion.password);
    setMissing({});
    setFailure(null);
  }, [suggestion]);

  const send = async (event: FormEvent) => {
    event.preventDefault();
    const found = {
      username: username.trim() === '' ? t('session.usernameMissing') : undefined,
      password: password === '' ? t('session.passwordMissing') : undefined,
    };
    setMissing(found);
    if (found.username !== undefined || found.password !== undefined) {
      form.current
        ?.querySelector<HTMLInputElement>('input[aria-invalid="true"], input:placeholder-shown')
        ?.focus();
      return;
    }
    setSending(true);
    setFailure(null);
    try {
      const me = await api.call(signIn, { body: { username: username.trim(), password } });
      sessionBegun();
      queries.setQueryData(sessionKey, me);
      if (!keepAnswers)
        void queries.invalidateQueries({ predicate: (query) => query.queryKey[0] !== sessionKey[0] });
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
    <form ref={form} className="op-sign-in-form" onSubmit={(event) => void send(event)} noValidate>
      <div ref={alert} role="alert" tabIndex={-1} className="op-sign-in-alert">
        {failure !== null && <p id={hint}>{textOf(failure)}</p>}
      </div>
      {fixed !== undefined && <HiddenUsername username={fixed} />}
      {fixed === undefined && (
        <SignInField label={t('session.username')} error={missing.username}>
          {(control) => (
            <Input
              {...control}
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
              size="large"
              placeholder=" "
              value={username}
              onChange={(event) => setUsername(event.target.value)}
            />
          )}
        </SignInField>
      )}
      <SignInField label={t('session.password')} error={missing.password}>
        {(control) => (
          <Input.Password
            {...control}
            autoComplete="current-password"
            size="large"
            placeholder=" "
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
