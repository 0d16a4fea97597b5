import type { Me } from '@oneplan/runtime/contracts/api/session.ts';
import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { SignInForm } from './sign-in-form.tsx';
import './sign-in.css';

/** Over a page whose session has ended: the same person goes on where they were, anybody else starts anew. */
export function SignInAgain({ me }: { readonly me: Me }) {
  const { t } = useTranslation('designer');
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
      <p className="de-muted">{t('session.againHint')}</p>
      <SignInForm
        username={me.user.username}
        onSignedIn={(now) => {
          if (now.user.id !== me.user.id) location.assign('/designer/');
        }}
      />
      <p className="de-sign-in-other">
        <a href="/sign-in">{t('session.otherUser')}</a>
      </p>
    </Modal>
  );
}
