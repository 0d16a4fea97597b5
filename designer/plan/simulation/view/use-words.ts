import { sayExactly } from '@oneplan/runtime/ui/dates.ts';
import { useTranslation } from 'react-i18next';
import type { SimulatedProcess } from '../session/simulated-process.ts';

/** Says roles, moments, actions and variables of a simulated flow in people's words. */
export function useSimulationWords({ plan, entry }: SimulatedProcess) {
  const { t, i18n } = useTranslation('designer');
  const { t: tUi } = useTranslation('ui');

  const roleName = (kind: string): string => {
    const named = plan.manifest.roles.find(({ key }) => key === kind)?.name;
    if (named !== undefined) return named;
    return i18n.exists(`simulation.kind.${kind}`, { ns: 'designer' })
      ? t(`simulation.kind.${kind}` as 'simulation.kind.pupil')
      : kind;
  };
  const moment = (at: number) => sayExactly(at, { t: (key, params) => String(tUi(key, { ...params })) });
  const actionName = (topic: string): string => {
    const key = `workbench.topic.${topic.replace('.', '-')}`;
    return i18n.exists(key, { ns: 'designer' }) ? String(t(key as 'workbench.topic.notify')) : topic;
  };

  /** A variable that comes from a form is called as its field there, and its value as the option chosen. */
  const variable = (name: string, value: unknown): { name: string; value: string; source: string } => {
    const source = entry.variables.find((one) => one.name === name)?.source;
    const plain =
      value === null || value === undefined ? '—' : typeof value === 'string' ? value : JSON.stringify(value);
    if (source?.from === 'parameter') {
      const parameter = plan.manifest.parameters.find(({ key }) => key === source.parameter);
      return { name, value: plain, source: parameter?.name ?? source.parameter };
    }
    if (source?.from === 'step') {
      const key = entry.steps.find(({ element }) => element === source.element)?.form?.key ?? '';
      const component = plan.forms.get(key)?.components.get(source.component);
      return { name, value: plain, source: component?.label ?? source.component };
    }
    return { name, value: plain, source: source === undefined ? '' : t(`simulation.source.${source.from}`) };
  };
  return { roleName, moment, actionName, variable };
}
