import { ArrowLeftOutlined } from '@ant-design/icons';
import { type ReactNode, useEffect, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { takeArrival } from './arrival.ts';

interface PageProps {
  readonly title: ReactNode;
  /** The title as words, where `title` is more than words. */
  readonly plainTitle?: string;
  /** Where the back arrow leads; none without it. */
  readonly back?: { readonly to: string; readonly label: string };
  readonly actions?: ReactNode;
  readonly width?: 'narrow' | 'normal' | 'full';
  readonly children: ReactNode;
}

/**
 * One page: its heading, which takes the focus when the page is arrived at, so that readers hear where they
 * are, and its title in the window.
 */
export function Page({ title, plainTitle, back, actions, width = 'normal', children }: PageProps) {
  const { t } = useTranslation('portal');
  const heading = useRef<HTMLHeadingElement>(null);
  const words = plainTitle ?? (typeof title === 'string' ? title : '');

  useEffect(() => {
    document.title = words === '' ? t('shell.product') : t('shell.titled', { title: words });
  }, [words, t]);

  useLayoutEffect(() => {
    if (takeArrival()) {
      window.scrollTo(0, 0);
      heading.current?.focus({ preventScroll: true });
    }
  }, []);

  return (
    <div className="po-page" data-width={width}>
      <div className="po-page-head">
        {back !== undefined && (
          <Link to={back.to} className="po-back" aria-label={back.label} title={back.label}>
            <ArrowLeftOutlined aria-hidden />
          </Link>
        )}
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {actions !== undefined && <div className="po-page-actions">{actions}</div>}
      </div>
      {children}
    </div>
  );
}
