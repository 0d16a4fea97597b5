import { InputNumber, Select, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Deadline } from '../flow/deadline.ts';
import type { FlowEntry } from '../flow/flow-entry.ts';
import { declaring } from '../flow/flow-entry.ts';
import { useFlowPanel } from './flow-panel-context.ts';

type Unit = 'workdays' | 'days' | 'hours';

interface WaitingInputProps {
  readonly id: string;
  readonly value: Deadline;
  readonly disabled?: boolean;
  /** Whether there may be no time at all. */
  readonly optional?: boolean;
  /** `entry`: where a parameter was not named in the flow before. */
  readonly onSet: (value: Deadline, entry: FlowEntry | undefined) => void;
}

const fresh = 5;

/** How long: so many working days, days or hours, or a period of the plan. */
export function WaitingInput({ id, value, disabled = false, optional = false, onSet }: WaitingInputProps) {
  const { t } = useTranslation('flow');
  const { plan, studio } = useFlowPanel();
  const { length, working } = value;
  const amount = length.by === 'days' || length.by === 'hours' ? length.amount : undefined;
  const unit: Unit = length.by === 'hours' ? 'hours' : working ? 'workdays' : 'days';
  const fixed = (count: number, of: Unit) =>
    onSet(
      { length: { by: of === 'hours' ? 'hours' : 'days', amount: count }, working: of === 'workdays' },
      undefined,
    );
  const choose = (chosen: string) => {
    if (chosen === 'none') return onSet({ length: { by: 'none' }, working: false }, undefined);
    if (chosen === 'own') return fixed(fresh, 'workdays');
    const period = plan.periods.find(({ key }) => `period:${key}` === chosen);
    if (!period) return;
    const parameter = period.key;
    const named = declaring(studio.entry(), { from: 'parameter', parameter }, parameter);
    onSet(
      { length: { by: 'parameter', parameter, variable: named.name }, working: period.working },
      named.entry,
    );
  };
  const chosen =
    length.by === 'parameter' ? `period:${length.parameter}` : amount === undefined ? length.by : 'own';
  return (
    <div className="op-flow-stack">
      <Select
        id={id}
        value={chosen}
        disabled={disabled}
        onChange={choose}
        options={[
          ...(optional || length.by === 'none' ? [{ value: 'none', label: t('time.none') }] : []),
          { value: 'own', label: t('time.own') },
          ...plan.periods.map(({ key, label }) => ({
            value: `period:${key}`,
            label: t('time.period', { label }),
          })),
          ...(length.by === 'written' ? [{ value: 'written', label: t('time.written') }] : []),
        ]}
      />
      {amount !== undefined && (
        <Space.Compact block>
          <InputNumber
            aria-label={t('time.amount')}
            min={1}
            max={999}
            precision={0}
            value={amount}
            disabled={disabled}
            onChange={(next) => next !== null && fixed(next, unit)}
          />
          <Select
            aria-label={t('time.unit')}
            value={unit}
            disabled={disabled}
            onChange={(next: Unit) => fixed(amount, next)}
            options={(['workdays', 'days', 'hours'] as const).map((it) => ({
              value: it,
              label: t(`time.${it}`),
            }))}
          />
        </Space.Compact>
      )}
    </div>
  );
}
