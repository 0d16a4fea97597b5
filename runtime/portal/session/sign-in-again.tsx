import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Me } from '../../contracts/api/session.ts';
import { SignInForm } from './sign-in-form.tsx';

/** Over a page whose session has ended: the same person goes on where they were, anybody else starts anew. */
export function SignInAgain({ me }: { readonly me: Me }) {
  const { t } = useTranslation('portal');
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
      <p className="po-muted">{t('session.againHint')}</p>
      <SignInForm
        username={me.user.username}
        onSignedIn={(now) => {
          if (now.user.id !== me.user.id) location.assign('/');
        }}
      />
      <p>
        <a href="/sign-in">{t('session.otherUser')}</a>
      </p>
    </Modal>
  );
}
