import { Select } from 'antd';
import type { ModelElement } from 'bpmn-js/lib/Modeler';
import { useTranslation } from 'react-i18next';
import { type NobodyPractice, nobodyPractices, readNobody, writeNobody } from '../flow/deadline.ts';
import { declaring, type FlowEntry } from '../flow/flow-entry.ts';
import { readWho, type Who, writeWho } from '../flow/who.ts';
import { fieldVariable, stepFields } from './earlier-fields.ts';
import { FlowField, FlowSection } from './flow-field.tsx';
import { useFlowPanel, useHold } from './flow-panel-context.ts';
import { memberVariable } from './member-variable.ts';
import { PickedPerson } from './picked-person.tsx';
import { SignerFields } from './signer-fields.tsx';

const ways = ['any', 'initiator', 'picked', 'signers'] as const;

/** Who does a step. */
export function WhoSection({ element }: { readonly element: ModelElement }) {
  const { t } = useTranslation('flow');
  const { studio, plan } = useFlowPanel();
  const roles = useHold(element.id, 'candidateGroups');
  const person = useHold(element.id, 'assignee');
  const practice = useHold(element.id, 'properties.nobody');
  const entry = studio.entry();
  const who = readWho(element.businessObject, entry.variables);
  const [picked] = stepFields(studio, plan, element);
  const hold = who.by === 'any' || who.by === 'nobody' ? roles : person.fixed ? person : roles;

  const set = (next: Who, changed: FlowEntry = entry) => {
    const initiator = declaring(changed, { from: 'initiator' }, 'initiator');
    const patch = writeWho(next, studio.create, initiator.name);
    studio.set(element, patch, { entry: next.by === 'initiator' ? initiator.entry : changed });
  };
  const chooseWay = (way: Exclude<Who['by'], 'nobody'>) => {
    if (way === 'any') set({ by: 'any', groups: plan.people[0] ? [plan.people[0].key] : [] });
    else if (way === 'initiator') set({ by: 'initiator' });
    else if (way === 'signers') {
      const first = plan.people[0]?.key ?? 'class-teacher';
      const members = memberVariable(entry, first);
      const quorum = { enough: { rule: 'all' as const }, veto: undefined };
      set({ by: 'signers', variable: members.name, inTurn: false, quorum }, members.entry);
    } else if (way === 'picked' && picked) {
      const named = fieldVariable(entry, picked);
      set({ by: 'picked', variable: named.name }, named.entry);
    }
  };
  const among = roles.among;
  return (
    <FlowSection title={t('who.title')}>
      <FlowField
        label={t('who.way')}
        hold={hold}
        hint={who.by === 'any' ? undefined : t(`who.hint.${who.by}`)}
      >
        {(id) => (
          <Select<Exclude<Who['by'], 'nobody'>>
            id={id}
            value={who.by === 'nobody' ? null : who.by}
            placeholder={t('who.nobody')}
            disabled={hold.fixed}
            onChange={chooseWay}
            options={[
              ...ways.map((way) => ({
                value: way,
                label: t(`who.by.${way}`),
                disabled: way === 'picked' && picked === undefined,
              })),
              ...(who.by === 'written' ? [{ value: 'written' as const, label: t('who.by.written') }] : []),
            ]}
          />
        )}
      </FlowField>
      {who.by === 'any' && (
        <FlowField label={t('who.roles')} hold={roles} hint={t('who.hint.any')}>
          {(id) => (
            <Select
              id={id}
              mode="multiple"
              value={[...who.groups]}
              disabled={roles.fixed}
              onChange={(groups: string[]) => groups.length > 0 && set({ by: 'any', groups })}
              options={plan.people
                .filter(({ key }) => among === undefined || among.includes(key) || who.groups.includes(key))
                .map(({ key, label }) => ({ value: key, label }))}
            />
          )}
        </FlowField>
      )}
      {who.by === 'signers' && <SignerFields element={element} who={who} fixed={hold.fixed} onSet={set} />}
      {who.by === 'picked' && (
        <PickedPerson
          element={element}
          variable={who.variable}
          fixed={person.fixed}
          onSet={(variable, changed) => set({ by: 'picked', variable }, changed)}
        />
      )}
      <FlowField
        label={t('nobody.title')}
        hold={practice}
        hint={t(`nobody.hint.${readNobody(element.businessObject)}`)}
      >
        {(id) => (
          <Select
            id={id}
            value={readNobody(element.businessObject)}
            disabled={practice.fixed}
            onChange={(next: NobodyPractice) =>
              studio.set(element, writeNobody(next, element.businessObject, studio.create))
            }
            options={nobodyPractices.map((it) => ({ value: it, label: t(`nobody.${it}`) }))}
          />
        )}
      </FlowField>
    </FlowSection>
  );
}
