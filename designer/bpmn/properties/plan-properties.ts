import { isSelectEntryEdited, SelectEntry, type SelectOption } from '@bpmn-io/properties-panel';
import { h } from '@bpmn-io/properties-panel/preact';
import type { ModelElement } from 'bpmn-js/lib/Modeler';
import { is } from 'bpmn-js/lib/util/ModelUtil';
import { useService } from 'bpmn-js-properties-panel';
import { choiceOf, initiatorChoice, peopleOf } from './who.ts';

/** One thing that can be chosen: what is written into the BPMN, and what the person reads. */
export interface Choice {
  readonly key: string;
  readonly label: string;
}

export interface PlanProperties {
  readonly forms: readonly Choice[];
  readonly roles: readonly Choice[];
  /** External-task topics that the platform serves. */
  readonly actions: readonly Choice[];
}

export interface PropertyWords {
  readonly group: string;
  readonly form: string;
  readonly noForm: string;
  readonly role: string;
  readonly noRole: string;
  readonly initiator: string;
  readonly roleHint: string;
  readonly action: string;
  readonly noAction: string;
}

interface Field {
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  readonly options: () => readonly SelectOption[];
  readonly read: (element: ModelElement) => string;
  readonly write: (value: string) => Readonly<Record<string, unknown>>;
}

interface Group {
  readonly id: string;
}

interface PropertiesPanel {
  registerProvider(priority: number, provider: object): void;
}

const text = (element: ModelElement, property: string) => {
  const value = element.businessObject.get(`camunda:${property}`);
  return typeof value === 'string' ? value : '';
};

/** Fields by element type. `given` is asked each time, so that new forms appear without reopening. */
function fields(
  given: () => PlanProperties,
  words: PropertyWords,
): Readonly<Record<string, readonly Field[]>> {
  const options = (choices: readonly Choice[], none: string, prefix = '') => [
    { value: '', label: none },
    ...choices.map(({ key, label }) => ({ value: prefix + key, label })),
  ];
  return {
    'bpmn:UserTask': [
      {
        id: 'plan-form',
        label: words.form,
        options: () => options(given().forms, words.noForm),
        read: (element) => text(element, 'formKey'),
        write: (value) => ({ 'camunda:formKey': value || undefined }),
      },
      {
        id: 'plan-role',
        label: words.role,
        description: words.roleHint,
        options: () => [
          ...options(given().roles, words.noRole, 'role:'),
          { value: initiatorChoice, label: words.initiator },
        ],
        read: (element) =>
          choiceOf({
            assignee: text(element, 'assignee'),
            candidateGroups: text(element, 'candidateGroups'),
          }),
        write: (value) => {
          const { assignee, candidateGroups } = peopleOf(value);
          return { 'camunda:assignee': assignee, 'camunda:candidateGroups': candidateGroups };
        },
      },
    ],
    'bpmn:ServiceTask': [
      {
        id: 'plan-action',
        label: words.action,
        options: () => options(given().actions, words.noAction),
        read: (element) => text(element, 'topic'),
        write: (value) => ({
          'camunda:type': value ? 'external' : undefined,
          'camunda:topic': value || undefined,
        }),
      },
    ],
  };
}

/** The field as the panel shows it. What is written in the BPMN and offered by nobody stays, as it is written. */
function entryOf(field: Field) {
  return function Entry({ element, id }: { readonly element: ModelElement; readonly id: string }) {
    const modeling = useService('modeling');
    const value = field.read(element);
    return h(SelectEntry, {
      id,
      element,
      label: field.label,
      description: field.description,
      getOptions: () => {
        const offered = field.options();
        if (offered.some((option) => option.value === value)) return offered;
        return [...offered, { value, label: value.replace(/^(role|assignee):/, '') }];
      },
      getValue: () => field.read(element),
      setValue: (chosen) => modeling.updateProperties(element, field.write(chosen)),
    });
  };
}

/**
 * A module of bpmn-js: the group "form and people" right below the general one, in place of Camunda's group for
 * forms. Everything lands in Camunda 7's own attributes.
 */
export function planPropertiesModule(given: () => PlanProperties, words: PropertyWords): object {
  const byType = Object.entries(fields(given, words)).map(
    ([type, list]) =>
      [
        type,
        list.map((field) => ({ id: field.id, component: entryOf(field), isEdited: isSelectEntryEdited })),
      ] as const,
  );

  class PlanPropertiesProvider {
    static readonly $inject = ['propertiesPanel'];

    constructor(propertiesPanel: PropertiesPanel) {
      // Below Camunda's own provider, so that its groups are there to be put in order.
      propertiesPanel.registerProvider(500, this);
    }

    getGroups(element: ModelElement) {
      return (groups: readonly Group[]): readonly Group[] => {
        const entries = byType.find(([type]) => is(element, type))?.[1];
        if (!entries) return groups;
        const others = groups.filter((group) => group.id !== 'CamundaPlatform__Form');
        const own = {
          id: 'plan',
          label: is(element, 'bpmn:UserTask') ? words.group : words.action,
          shouldOpen: true,
          entries: entries.map((entry) => ({ ...entry, element })),
        };
        return [...others.slice(0, 1), own, ...others.slice(1)];
      };
    }
  }

  return { __init__: ['planProperties'], planProperties: ['type', PlanPropertiesProvider] };
}
