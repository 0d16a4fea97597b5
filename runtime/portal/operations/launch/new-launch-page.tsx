import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { listLaunchOffers, previewLaunch, startLaunch } from '../../../contracts/api/launches.ts';
import { useAnswer } from '../../../ui/api/use-answer.ts';
import { EmptyState } from '../../../ui/state/EmptyState.tsx';
import { Answer } from '../../app/answer.tsx';
import { ForbiddenPage } from '../../app/forbidden-page.tsx';
import { FormAlert } from '../../app/form-alert.tsx';
import { Page } from '../../app/page.tsx';
import { useSending } from '../../app/use-sending.ts';
import { managers, useOperatedUnit } from '../use-operated-unit.tsx';
import { completeChoice, type LaunchChoice } from './launch-choice.ts';
import { LaunchFields } from './launch-fields.tsx';
import { LaunchPreview } from './launch-preview.tsx';
import { RosterField } from './roster-field.tsx';
import '../operations.css';

/** 发起: for whom, what, a preview of what that brings about, and the start. */
export function NewLaunchPage() {
  const { t } = useTranslation('portal');
  const navigate = useNavigate();
  const operation = useSending();
  const { unit, picker } = useOperatedUnit(managers);
  const [below, setBelow] = useState<readonly string[]>([]);
  const [choice, setChoice] = useState<LaunchChoice>({});
  const [again, setAgain] = useState(false);
  const unitId = below.at(-1) ?? unit?.id ?? '';
  const offers = useAnswer(
    listLaunchOffers,
    { params: { id: unitId } },
    { enabled: unitId !== '', keepPrevious: true },
  );
  const chosen = completeChoice(offers.data?.items ?? [], choice);
  const asked = chosen && {
    bundleId: chosen.offer.bundleId,
    processKey: chosen.process.key,
    termSlot: chosen.termSlot,
    entryCohort: chosen.offer.entryCohort,
  };
  const preview = useAnswer(
    previewLaunch,
    {
      params: { id: unitId },
      query: {
        ...(asked ?? { bundleId: unitId, processKey: '-', termSlot: 1, entryCohort: 2000 }),
        ...(chosen?.formKey ? { formKey: chosen.formKey } : {}),
      },
    },
    { enabled: asked !== null && !offers.isPlaceholderData, staleTime: 0 },
  );
  if (unit === null) return <ForbiddenPage />;

  const start = async () => {
    if (asked === null) return;
    const answer = await operation.send(startLaunch, {
      params: { id: unitId },
      body: { ...asked, formKey: chosen?.formKey ?? null },
    });
    if (answer !== null) void navigate(`/operations/launches/${answer.launch.id}`);
  };
  const found = preview.data;
  const repeated = found !== undefined && found.earlier.length > 0;
  const blocked =
    found === undefined || found.startable === 0 || found.problem !== null || (repeated && !again);
  return (
    <Page
      title={t('operations.launch.newTitle')}
      back={{ to: '/operations/launches', label: t('operations.tabs.launches') }}
    >
      <p className="po-muted">{t('operations.launch.intro')}</p>
      {picker}
      <Answer of={offers}>
        {({ items }) =>
          items.length === 0 && below.length === 0 ? (
            <EmptyState title={t('operations.launch.noOffer')} hint={t('operations.launch.noOfferHint')} />
          ) : (
            <>
              <fieldset className="po-op-fields">
                <legend>{t('operations.launch.forWhom')}</legend>
                <RosterField
                  below={unit.id}
                  chosen={below}
                  onChange={(units) => {
                    setBelow(units);
                    setAgain(false);
                  }}
                />
              </fieldset>
              {chosen !== null && (
                <fieldset className="po-op-fields">
                  <legend>{t('operations.launch.what')}</legend>
                  <LaunchFields
                    offers={items}
                    chosen={chosen}
                    onChange={(next) => {
                      setChoice(next);
                      setAgain(false);
                    }}
                  />
                </fieldset>
              )}
              <Answer of={preview}>{(data) => <LaunchPreview preview={data} />}</Answer>
              <div className="po-action-bar">
                <FormAlert failure={operation.failure} />
                {repeated && (
                  <Checkbox checked={again} onChange={(event) => setAgain(event.target.checked)}>
                    {t('operations.launch.again')}
                  </Checkbox>
                )}
                <Button
                  type="primary"
                  size="large"
                  disabled={blocked}
                  loading={operation.sending}
                  onClick={() => void start()}
                >
                  {t('operations.launch.start', { count: found?.startable ?? 0 })}
                </Button>
              </div>
            </>
          )
        }
      </Answer>
    </Page>
  );
}
