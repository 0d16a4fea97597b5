import { Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { listAudit } from '../../contracts/api/audit.ts';
import { EmptyState } from '../../ui/state/EmptyState.tsx';
import { Field } from '../app/field.tsx';
import { ForbiddenPage } from '../app/forbidden-page.tsx';
import { MoreButton } from '../app/more-button.tsx';
import { Page } from '../app/page.tsx';
import { PagedAnswer } from '../app/paged-answer.tsx';
import { usePages } from '../app/use-pages.ts';
import { useMe } from '../session/me-context.ts';
import { AuditTable } from './audit-table.tsx';
import './audit.css';

interface Asked {
  readonly action: string;
  readonly objectId: string;
}

const nothing: Asked = { action: '', objectId: '' };

/** 审计日志: who read or did what, newest first. */
export function AuditPage() {
  const { t } = useTranslation('portal');
  const [typed, setTyped] = useState(nothing);
  const [asked, setAsked] = useState(nothing);
  const [badId, setBadId] = useState(false);
  const allowed = useMe().permissions.includes('audit.read');
  const query = {
    limit: 50,
    ...(asked.action === '' ? {} : { action: asked.action }),
    ...(asked.objectId === '' ? {} : { objectId: asked.objectId }),
  };
  const log = usePages(listAudit, { query }, allowed);
  if (!allowed) {
    return <ForbiddenPage />;
  }
  const search = (event: FormEvent) => {
    event.preventDefault();
    const next = { action: typed.action.trim(), objectId: typed.objectId.trim() };
    const bad = next.objectId !== '' && !z.uuid().safeParse(next.objectId).success;
    setBadId(bad);
    if (!bad) setAsked(next);
  };
  const narrowed = asked.action !== '' || asked.objectId !== '';
  return (
    <Page title={t('audit.title')} width="full">
      <p className="po-muted">{t('audit.intro')}</p>
      <search>
        <form className="po-audit-search" onSubmit={search}>
          <Field label={t('audit.action')}>
            {(control) => (
              <Input
                {...control}
                maxLength={60}
                placeholder={t('audit.actionHint')}
                value={typed.action}
                onChange={(event) => setTyped({ ...typed, action: event.target.value })}
              />
            )}
          </Field>
          <Field label={t('audit.objectId')} error={badId ? t('audit.badId') : undefined}>
            {(control) => (
              <Input
                {...control}
                maxLength={36}
                value={typed.objectId}
                onChange={(event) => setTyped({ ...typed, objectId: event.target.value })}
              />
            )}
          </Field>
          <Button htmlType="submit">{t('audit.search')}</Button>
          {narrowed && (
            <Button
              type="link"
              onClick={() => {
                setTyped(nothing);
                setAsked(nothing);
              }}
            >
              {t('audit.clear')}
            </Button>
          )}
        </form>
      </search>
      <PagedAnswer of={log}>
        {(items) =>
          items.length === 0 ? (
            <EmptyState
              title={t(narrowed ? 'audit.noneFound' : 'audit.none')}
              hint={narrowed ? undefined : t('audit.noneHint')}
            />
          ) : (
            <>
              <AuditTable items={items} />
              <MoreButton {...log} />
            </>
          )
        }
      </PagedAnswer>
    </Page>
  );
}
