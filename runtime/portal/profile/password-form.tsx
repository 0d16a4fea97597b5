import { Button, Input } from 'antd';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changePassword } from '../../contracts/api/session.ts';
import { useApi } from '../../ui/api/api-context.tsx';
import { isProblem } from '../../ui/api/api-problem.ts';
import { HiddenUsername } from '../../ui/session/HiddenUsername.tsx';
import { useAnnounce } from '../app/announcer.tsx';
import { Field } from '../app/field.tsx';
import { FormAlert } from '../app/form-alert.tsx';
import { useProblemText } from '../app/problem-words.ts';
import { useMe } from '../session/me-context.ts';
import { type PasswordEntry, type PasswordFault, passwordFaults } from './password-rules.ts';

const empty: PasswordEntry = { current: '', next: '', repeat: '' };
const fields = ['current', 'next', 'repeat'] as const;
type Faults = Partial<Record<keyof PasswordEntry, PasswordFault | 'currentWrong'>>;

export function PasswordForm() {
  const { t } = useTranslation('portal');
  const api = useApi();
  const me = useMe();
  const announce = useAnnounce();
  const textOf = useProblemText();
  const form = useRef<HTMLFormElement>(null);
  const [entry, setEntry] = useState(empty);
  const [faults, setFaults] = useState<Faults>({});
  const [failure, setFailure] = useState<string | null>(null);
  const [sending, setSending] = useState(false);

  const refuse = (found: Faults) => {
    setFaults(found);
    const first = fields.find((field) => found[field] !== undefined);
    if (first !== undefined) form.current?.querySelector<HTMLInputElement>(`input[name="${first}"]`)?.focus();
    return first !== undefined;
  };

  const send = async (event: FormEvent) => {
    event.preventDefault();
    setFailure(null);
    if (refuse(passwordFaults(entry))) return;
    setSending(true);
    try {
      await api.call(changePassword, { body: { current: entry.current, next: entry.next } });
      setEntry(empty);
      announce(t('profile.password.done'));
    } catch (error) {
      if (isProblem(error, 'sign-in-failed', 'invalid-request')) refuse({ current: 'currentWrong' });
      else setFailure(textOf(error));
    } finally {
      setSending(false);
    }
  };

  return (
    <section className="po-section" aria-labelledby="password-title">
      <h2 id="password-title">{t('profile.password.title')}</h2>
      <form ref={form} className="po-form" onSubmit={(event) => void send(event)} noValidate>
        <HiddenUsername username={me.user.username} />
        <FormAlert failure={failure} />
        {fields.map((field) => {
          const fault = faults[field];
          return (
            <Field
              key={field}
              label={t(`profile.password.${field}`)}
              hint={field === 'next' ? t('profile.password.nextHint') : undefined}
              error={fault === undefined ? undefined : t(`profile.password.${fault}`)}
            >
              {(control) => (
                <Input.Password
                  {...control}
                  name={field}
                  autoComplete={field === 'current' ? 'current-password' : 'new-password'}
                  value={entry[field]}
                  onChange={(event) => setEntry({ ...entry, [field]: event.target.value })}
                />
              )}
            </Field>
          );
        })}
        <Button htmlType="submit" loading={sending}>
          {t(sending ? 'profile.password.saving' : 'profile.password.save')}
        </Button>
      </form>
    </section>
  );
}
