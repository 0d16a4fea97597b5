import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Page } from './page.tsx';

interface MessagePageProps {
  /** Branch of the words: `title`, `hint` and `action`. */
  readonly words: 'notFound' | 'forbidden';
}

/** A page that only says why there is nothing to see, and leads home. */
export function MessagePage({ words }: MessagePageProps) {
  const { t } = useTranslation('portal');
  const navigate = useNavigate();
  return (
    <Page title={t(`shell.${words}.title`)}>
      <p className="po-muted">{t(`shell.${words}.hint`)}</p>
      <p className="po-gap-top">
        <Button type="primary" onClick={() => void navigate('/')}>
          {t(`shell.${words}.action`)}
        </Button>
      </p>
    </Page>
  );
}
