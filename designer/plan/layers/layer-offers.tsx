import { PlusOutlined } from '@ant-design/icons';
import { createLayer, listLayerOffers } from '@oneplan/runtime/contracts/api/layers.ts';
import { listLayers } from '@oneplan/runtime/contracts/api/plans.ts';
import { useApi } from '@oneplan/runtime/ui/api/api-context.tsx';
import { NetworkFailure } from '@oneplan/runtime/ui/api/api-problem.ts';
import { useProblemText } from '@oneplan/runtime/ui/api/problem-words.ts';
import { useAnswer } from '@oneplan/runtime/ui/api/use-answer.ts';
import { useIntention } from '@oneplan/runtime/ui/api/use-intention.ts';
import { useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { addresses } from '../addresses.ts';

interface LayerOffersProps {
  readonly orgUnit: { readonly id: string; readonly name: string };
}

/** What the authorities above have published and this one has no layer of: one press begins it. */
export function LayerOffers({ orgUnit }: LayerOffersProps) {
  const { t } = useTranslation('designer');
  const api = useApi();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const textOf = useProblemText();
  const intention = useIntention();
  const { message } = App.useApp();
  const [sending, setSending] = useState<string | null>(null);
  const offers = useAnswer(listLayerOffers, { params: { id: orgUnit.id } });
  const items = offers.data?.items ?? [];
  if (items.length === 0) return null;

  const create = async (bundleId: string) => {
    setSending(bundleId);
    const body = { bundleId, orgUnitId: orgUnit.id };
    try {
      const { layer } = await api.call(createLayer, { body, idempotencyKey: intention.keyFor(body) });
      intention.settled();
      for (const endpoint of [listLayers, listLayerOffers])
        void queries.invalidateQueries({ queryKey: [endpoint.id] });
      await navigate(addresses.layer(layer.id));
    } catch (error) {
      if (!(error instanceof NetworkFailure)) intention.settled();
      void message.error(textOf(error));
      setSending(null);
    }
  };

  return (
    <section className="de-card de-offers" aria-label={t('layers.offers.title', { name: orgUnit.name })}>
      <h2>{t('layers.offers.title', { name: orgUnit.name })}</h2>
      <ul>
        {items.map(({ bundleId, planName, version, orgUnit: above }) => (
          <li key={bundleId}>
            <span>{t('layers.offers.line', { plan: planName, name: above.name, version })}</span>
            <Button
              type="primary"
              icon={<PlusOutlined />}
              loading={sending === bundleId}
              disabled={sending !== null}
              onClick={() => void create(bundleId)}
            >
              {t('layers.offers.create', { name: orgUnit.name })}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
