import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { AccountMenu } from './account-menu.tsx';
import { Brand } from './brand.tsx';

/** The bar on top of every page; `children` stand between the brand and the account. */
export function TopBar({ children }: { readonly children?: ReactNode }) {
  const { t } = useTranslation('designer');
  return (
    <header className="de-top">
      <a className="de-skip" href="#main">
        {t('shell.skip')}
      </a>
      <Link to="/" className="de-brand" aria-label={`${t('shell.product')} ${t('shell.studio')}`}>
        <Brand />
      </Link>
      <div className="de-top-middle">{children}</div>
      <AccountMenu />
    </header>
  );
}
