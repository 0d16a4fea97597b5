import { useTranslation } from 'react-i18next';
import { ChoiceField } from './editing/fields.tsx';
import { useManifestDraft } from './editing/manifest-draft.ts';
import type { FlowElement } from './flow-elements.ts';
import { useFlowElements } from './use-flow-elements.ts';

interface FlowElementFieldProps {
  readonly label: string;
  readonly property: string;
  /** What the platform does at the steps that can be chosen. */
  readonly topic: string;
  readonly process: string;
  /** Id of the element. */
  readonly value: string;
  readonly onChange: (element: FlowElement) => void;
}

/** One of the steps of the plan’s flows at which the platform does something. */
export function FlowElementField({ topic, process, value, onChange, ...field }: FlowElementFieldProps) {
  const { t } = useTranslation('designer');
  const { manifest } = useManifestDraft();
  const steps = useFlowElements().filter((it) => it.topic === topic);
  const idOf = (step: { readonly process: string; readonly id: string }) => `${step.process}/${step.id}`;
  const flowOf = (key: string) => manifest.processes.find((it) => it.key === key)?.name ?? key;
  const chosen = idOf({ process, id: value });
  const choices = steps.map((step) => ({
    value: idOf(step),
    label: t('settings.elementOfFlow', { flow: flowOf(step.process), name: step.name || step.id }),
  }));
  return (
    <ChoiceField
      {...field}
      value={chosen}
      choices={
        choices.some((choice) => choice.value === chosen)
          ? choices
          : [...choices, { value: chosen, label: value }]
      }
      onChange={(next) => {
        const step = steps.find((it) => idOf(it) === next);
        if (step) onChange(step);
      }}
    />
  );
}
