import { DeleteOutlined } from '@ant-design/icons';
import { EmptyState } from '@oneplan/runtime/ui/state/EmptyState.tsx';
import { PageError } from '@oneplan/runtime/ui/state/PageError.tsx';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Answer } from '../../../app/answer.tsx';
import { placeParameter } from '../../addresses.ts';
import { useDraftSide } from '../../comparison/plan-side.ts';
import { useManifestDraft } from '../editing/manifest-draft.ts';
import { ManifestEditor } from '../editing/manifest-editor.tsx';
import { useEntryPlace } from '../editing/use-entry-place.ts';
import { LockDetail } from './lock-detail.tsx';
import { LockTargetList } from './lock-target-list.tsx';
import './locks.css';

/** 锁定: what the layers below may do with anything of the plan, and on which clause that rests. */
export function LocksPage() {
  const { t } = useTranslation('designer');
  return (
    <ManifestEditor title={t('locks.title')} hint={t('locks.hint')}>
      <Locks />
    </ManifestEditor>
  );
}

function Locks() {
  const { t } = useTranslation('designer');
  const draft = useDraftSide();
  const { manifest, readOnly, change } = useManifestDraft();
  const chosen = useEntryPlace();
  const [, setSearch] = useSearchParams();
  const choose = (element: string) => setSearch({ [placeParameter]: element }, { replace: true });
  return (
    <Answer of={draft}>
      {(side) => {
        if (side === null) return <PageError message={t('comparison.unreadable')} />;
        const element = side.tree.get(chosen ?? '');
        return (
          <div className="de-desk">
            <LockTargetList tree={side.tree} chosen={chosen} onChoose={choose} />
            {element ? (
              <LockDetail key={element.id} element={element} tree={side.tree} />
            ) : chosen !== null && manifest.locks.some((it) => it.element === chosen) ? (
              <section className="de-card de-desk-detail" aria-label={chosen}>
                <h2>{chosen}</h2>
                <p>{t('locks.goneText')}</p>
                <Button
                  icon={<DeleteOutlined />}
                  disabled={readOnly}
                  onClick={() =>
                    change(null, (before) => ({
                      ...before,
                      locks: before.locks.filter(({ element: it }) => it !== chosen),
                    }))
                  }
                >
                  {t('settings.remove')}
                </Button>
              </section>
            ) : (
              <EmptyState title={t('locks.choose')} hint={t('locks.chooseHint')} />
            )}
          </div>
        );
      }}
    </Answer>
  );
}
