import { Checkbox, InputNumber, Select, Space } from 'antd';
import type { ModelElement } from 'bpmn-js/lib/Modeler';
import { useTranslation } from 'react-i18next';
import type { Enough } from '../flow/enough.ts';
import { declaring, type FlowEntry, stepOf } from '../flow/flow-entry.ts';
import type { Who } from '../flow/who.ts';
import { FlowField } from './flow-field.tsx';
import { useFlowPanel, useHold } from './flow-panel-context.ts';
import { memberVariable, peopleOf } from './member-variable.ts';

type Signers = Extract<Who, { by: 'signers' }>;

interface SignerFieldsProps {
  readonly element: ModelElement;
  readonly who: Signers;
  readonly fixed: boolean;
  readonly onSet: (who: Who, entry?: FlowEntry) => void;
}

const rules = ['all', 'one', 'count', 'share'] as const;
type Rule = (typeof rules)[number];

const enoughOf: Readonly<Record<Rule, Enough>> = {
  all: { rule: 'all' },
  one: { rule: 'count', count: 1 },
  count: { rule: 'count', count: 2 },
  share: { rule: 'share', percent: 60 },
};

const ruleOf = ({ enough }: Signers['quorum']): Rule =>
  enough.rule === 'count' && enough.count === 1 ? 'one' : enough.rule;

/** Several who sign: who they are, whether in turn, how many it takes, and whether one can end it. */
export function SignerFields({ element, who, fixed, onSet }: SignerFieldsProps) {
  const { t } = useTranslation('flow');
  const { studio, plan } = useFlowPanel();
  const hold = useHold(element.id, 'loopCharacteristics');
  const entry = studio.entry();
  const { quorum } = who;
  const setQuorum = (next: Partial<Signers['quorum']>) => onSet({ ...who, quorum: { ...quorum, ...next } });
  const disabled = fixed || hold.fixed;
  const outcome = stepOf(entry, element.id)?.outcome;
  const returns = Object.entries(outcome?.kinds ?? {}).find(([, kind]) => kind === 'return')?.[0];
  const veto = (isOn: boolean) => {
    if (!isOn || !outcome || returns === undefined) return setQuorum({ veto: undefined });
    const named = declaring(
      entry,
      { from: 'step', element: element.id, component: outcome.component },
      outcome.component,
    );
    onSet({ ...who, quorum: { ...quorum, veto: { variable: named.name, value: returns } } }, named.entry);
  };
  return (
    <>
      <FlowField label={t('signers.of')} hold={hold}>
        {(id) => (
          <Select
            id={id}
            value={peopleOf(entry.variables.find(({ name }) => name === who.variable)) ?? who.variable}
            disabled={disabled}
            onChange={(people: string) => {
              const members = memberVariable(entry, people);
              onSet({ ...who, variable: members.name }, members.entry);
            }}
            options={plan.people.map(({ key, label }) => ({ value: key, label }))}
          />
        )}
      </FlowField>
      <FlowField label={t('signers.enough')} hold={hold} hint={t('signers.recusal')}>
        {(id) => (
          <Space.Compact block>
            <Select
              id={id}
              value={ruleOf(quorum)}
              disabled={disabled}
              onChange={(rule: Rule) => setQuorum({ enough: enoughOf[rule] })}
              options={rules.map((rule) => ({ value: rule, label: t(`signers.rule.${rule}`) }))}
            />
            {quorum.enough.rule === 'count' && quorum.enough.count > 1 && (
              <InputNumber
                aria-label={t('signers.count')}
                min={2}
                max={99}
                precision={0}
                suffix={t('signers.people')}
                disabled={disabled}
                value={quorum.enough.count}
                onChange={(count) => count !== null && setQuorum({ enough: { rule: 'count', count } })}
              />
            )}
            {quorum.enough.rule === 'share' && (
              <InputNumber
                aria-label={t('signers.percent')}
                min={1}
                max={100}
                precision={0}
                suffix="%"
                disabled={disabled}
                value={quorum.enough.percent}
                onChange={(percent) => percent !== null && setQuorum({ enough: { rule: 'share', percent } })}
              />
            )}
          </Space.Compact>
        )}
      </FlowField>
      <div className="op-flow-checks">
        <Checkbox
          checked={who.inTurn}
          disabled={disabled}
          onChange={({ target }) => onSet({ ...who, inTurn: target.checked })}
        >
          {t('signers.inTurn')}
        </Checkbox>
        <Checkbox
          checked={quorum.veto !== undefined}
          disabled={disabled || (returns === undefined && quorum.veto === undefined)}
          onChange={({ target }) => veto(target.checked)}
        >
          {t('signers.veto')}
        </Checkbox>
      </div>
    </>
  );
}
