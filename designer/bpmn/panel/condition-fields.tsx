import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import {
  type ConditionClause,
  type ConditionClauses,
  readConditionClauses,
  writeConditionClauses,
} from '@oneplan/runtime/model/condition-clauses.ts';
import { Button, Segmented, Select } from 'antd';
import type { ModelElement } from 'bpmn-js/lib/Modeler';
import { useTranslation } from 'react-i18next';
import type { FlowEntry } from '../flow/flow-entry.ts';
import { expressionOf, writtenExpression } from '../flow/moddle-patch.ts';
import { conditionTargets, freshClause, freshValue } from './condition-target.ts';
import { ConditionValue } from './condition-value.tsx';
import { useFlowPanel, useHold } from './flow-panel-context.ts';
import { PropertyLock } from './property-lock.tsx';

/** When a way is taken: lines of what was filled in, how it is compared, and with what. */
export function ConditionFields({ flow }: { readonly flow: ModelElement }) {
  const { t } = useTranslation('flow');
  const { t: d } = useTranslation('designer');
  const { studio, plan, locks } = useFlowPanel();
  const hold = useHold(flow.id, 'conditionExpression');
  const targets = conditionTargets(studio, plan);
  const written = expressionOf(flow.businessObject, 'conditionExpression');
  const condition: ConditionClauses | undefined =
    written === undefined ? { join: 'and', clauses: [] } : readConditionClauses(written);
  const set = (next: ConditionClauses, entry?: FlowEntry) => {
    const body = writeConditionClauses(next);
    studio.set(
      flow,
      { conditionExpression: body === undefined ? undefined : writtenExpression(studio.create, body) },
      entry && { entry },
    );
  };
  if (!condition) return <p className="op-flow-hint">{t('condition.written')}</p>;
  const setLine = (at: number, clause: ConditionClause, entry?: FlowEntry) =>
    set({ ...condition, clauses: condition.clauses.map((it, index) => (index === at ? clause : it)) }, entry);
  const add = () => {
    const [target] = targets;
    if (!target) return;
    const named = target.declare(studio.entry());
    set({ ...condition, clauses: [...condition.clauses, freshClause(target, named.name)] }, named.entry);
  };
  return (
    <div className="op-flow-condition">
      <div className="op-flow-label">
        <span>{t('condition.title')}</span>
        {hold.stated && (
          <PropertyLock of={t('condition.title')} stated={hold.stated} enforced={locks?.enforced ?? false} />
        )}
      </div>
      {condition.clauses.map((clause, at) => {
        const target = targets.find(({ variable }) => variable === clause.variable);
        const comparison = target?.comparisons.find(({ operator }) => operator === clause.operator);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines are what their place makes them
          <div className="op-flow-line" key={at}>
            <Select
              aria-label={t('condition.field')}
              disabled={hold.fixed}
              value={target?.key ?? clause.variable}
              onChange={(key: string) => {
                const chosen = targets.find((it) => it.key === key);
                if (!chosen) return;
                const named = chosen.declare(studio.entry());
                setLine(at, freshClause(chosen, named.name), named.entry);
              }}
              options={targets.map(({ key, label }) => ({ value: key, label }))}
            />
            <Select
              aria-label={t('condition.comparison')}
              disabled={hold.fixed || !target}
              value={comparison?.name ?? clause.operator}
              onChange={(name: string) => {
                const chosen = target?.comparisons.find((it) => it.name === name);
                if (!target || !chosen) return;
                const value = chosen.needs === comparison?.needs ? clause.value : freshValue(chosen, target);
                setLine(at, { ...clause, operator: chosen.operator, value });
              }}
              options={(target?.comparisons ?? []).map(({ name }) => ({
                value: name,
                label: d(`formStudio.condition.comparisons.${name}`),
              }))}
            />
            {comparison?.needs !== 'nothing' && (
              <ConditionValue
                clause={clause}
                target={target}
                needs={comparison?.needs ?? 'text'}
                disabled={hold.fixed}
                onSet={(value) => setLine(at, { ...clause, value })}
              />
            )}
            {!hold.fixed && (
              <Button
                type="text"
                size="small"
                icon={<DeleteOutlined />}
                aria-label={t('condition.remove')}
                onClick={() =>
                  set({ ...condition, clauses: condition.clauses.filter((_, index) => index !== at) })
                }
              />
            )}
          </div>
        );
      })}
      {condition.clauses.length > 1 && (
        <Segmented
          size="small"
          disabled={hold.fixed}
          value={condition.join}
          onChange={(join) => set({ ...condition, join })}
          options={[
            { value: 'and' as const, label: t('condition.and') },
            { value: 'or' as const, label: t('condition.or') },
          ]}
        />
      )}
      {!hold.fixed && (
        <Button size="small" icon={<PlusOutlined />} disabled={targets.length === 0} onClick={add}>
          {t('condition.add')}
        </Button>
      )}
    </div>
  );
}
