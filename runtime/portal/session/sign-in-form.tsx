import { useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Me, signIn } from '../../contracts/api/session.ts';
import { useApi } from '../../ui/api/api-context.tsx';
import { duration, problemNamespace, retryAfterSeconds } from '../../ui/api/problems.ts';
import { sessionBegun } from '../../ui/session/session-state.ts';
import { useCountdown } from '../../ui/session/use-countdown.ts';
import { sessionKey } from '../../ui/session/use-session.ts';
import { Field } from '../app/field.tsx';
import { useProblemText } from '../app/problem-words.ts';
import { HiddenUsername } from './hidden-username.tsx';

interface SignInFormProps {
  /** Given: only the password is asked for. */
  readonly username?: string;
  /** Filled in from outside, e.g. by a demo account. */
  readonly suggestion?: { readonly username: string; readonly password: string };
  readonly onSignedIn: (me: Me) => void;
}

export function SignInForm({ username: fixed, suggestion, onSignedIn }: SignInFormProps) {
  const { t } = useTranslation('portal');
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
      void queries.invalidateQueries({ predicate: (query) => query.queryKey[0] !== sessionKey[0] });
      onSignedIn(me);
    } catch (error) {
      setFailure(error);
      wait.start(retryAfterSeconds(error) ?? 0);
      alert.current?.focus();
    } finally {
      setSending(false);
    }
  };

  return (
    <form ref={form} className="po-form" onSubmit={(event) => void send(event)} noValidate>
      <div ref={alert} role="alert" tabIndex={-1} className="po-form-alert">
        {failure !== null && <p id={hint}>{textOf(failure)}</p>}
      </div>
      {fixed !== undefined && <HiddenUsername username={fixed} />}
      {fixed === undefined && (
        <Field label={t('session.username')} error={missing.username}>
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
        </Field>
      )}
      <Field label={t('session.password')} error={missing.password}>
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
      </Field>
      <Button type="primary" htmlType="submit" size="large" block loading={sending} disabled={wait.left > 0}>
        {wait.left > 0
          ? t('session.wait', { wait: duration(wait.left, (key, values) => String(say(key, { ...values }))) })
          : t(sending ? 'session.submitting' : 'session.submit')}
      </Button>
    </form>
  );
}
