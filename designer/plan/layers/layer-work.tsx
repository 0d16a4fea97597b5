import { EditOutlined } from '@ant-design/icons';
import type { ListedLayer } from '@oneplan/runtime/contracts/api/plans.ts';
import { Moment } from '@oneplan/runtime/ui/Moment.tsx';
import { useTranslation } from 'react-i18next';

/** Who works on a layer: who has it open now, else who changed it last. */
export function LayerWork({ layer: { here, lastEdit } }: { readonly layer: ListedLayer }) {
  const { t } = useTranslation('designer');
  if (here.length > 0)
    return (
      <span className="de-here">
        <EditOutlined aria-hidden />{' '}
        {t('layers.here', { names: here.map(({ person }) => person.name).join(t('settings.and')) })}
      </span>
    );
  if (lastEdit === null) return <span className="de-muted">{t('layers.noEdit')}</span>;
  return (
    <>
      {lastEdit.by}
      <span className="de-muted de-small">
        <Moment at={lastEdit.at} />
      </span>
    </>
  );
}
