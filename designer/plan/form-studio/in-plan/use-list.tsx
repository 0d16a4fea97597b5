import type { PlanUse, UsePlace } from '@oneplan/runtime/plan/form-uses/plan-use.ts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { addresses, placeParameter } from '../../addresses.ts';
import { useWorkbench } from '../../workbench/workbench-context.ts';

/** What uses a form or component, each with the way to it. */
export function UseList({ uses }: { readonly uses: readonly PlanUse[] }) {
  const { t } = useTranslation('designer');
  const { layer } = useWorkbench();
  return (
    <ul className="de-use-list">
      {uses.map(({ kind, name, place }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: uses have no identity but their place in the list
        <li key={index}>
          <span className="de-mark">{t(`formInPlan.use.${kind}`)}</span>{' '}
          <Link to={addressOf(layer.id, place)}>{name}</Link>
        </li>
      ))}
    </ul>
  );
}

function addressOf(layer: string, place: UsePlace): string {
  const at = (name: string | undefined) =>
    name === undefined ? '' : `?${new URLSearchParams({ [placeParameter]: name })}`;
  switch (place.page) {
    case 'form':
      return `${addresses.form(layer, place.form)}${at(place.component)}`;
    case 'process':
      return `${addresses.process(layer, place.process)}${at(place.element)}`;
    case 'setting':
      return `${addresses.setting(layer, place.setting)}${at(place.entry)}`;
  }
}
