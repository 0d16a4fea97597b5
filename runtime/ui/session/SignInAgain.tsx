import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Me } from '../../contracts/api/session.ts';
import { SignInForm } from './SignInForm.tsx';

interface SignInAgainProps {
  readonly me: Me;
  /** What of the page stays. */
  readonly hint: string;
  /** Where somebody else begins. */
  readonly home: string;
  /** As `SignInForm` has it. */
  readonly keepAnswers?: boolean;
}

/** Over a page whose session has ended: the same person goes on where they were, anybody else starts anew. */
export function SignInAgain({ me, hint, home, keepAnswers }: SignInAgainProps) {
  const { t } = useTranslation('ui');
  return (
    <Modal
      open
      title={t('session.again')}
      footer={null}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      width={400}
    >
      <p>{hint}</p>
      <SignInForm
        username={me.user.username}
        keepAnswers={keepAnswers}
        onSignedIn={(now) => {
          if (now.user.id !== me.user.id) location.assign(home);
        }}
      />
      <p className="op-sign-in-other">
        <a href="/sign-in">{t('session.otherUser')}</a>
      </p>
    </Modal>
  );
}
