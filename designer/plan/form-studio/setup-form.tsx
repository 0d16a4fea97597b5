import { pickableRoles, pickableUnitKinds } from '@oneplan/runtime/contracts/pickers.ts';
import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import type { PaletteKind } from '../../formio/setup/palette-kind.ts';
import { useWorkbench } from '../workbench/workbench-context.ts';
import { indicatorOptions, termOptions } from './plan-options.ts';
import { EvidenceSetup } from './setup/evidence-setup.tsx';
import { HoursSetup } from './setup/hours-setup.tsx';
import { LinesSetup } from './setup/lines-setup.tsx';
import { PlanListSetup } from './setup/plan-list-setup.tsx';
import { RatingSetup } from './setup/rating-setup.tsx';
import { type SetupProps, withSetting } from './setup/setup-props.ts';

/** What one of our own components offers or takes, in plain words. */
export function SetupForm({ kind, component, onChange }: SetupProps & { readonly kind: PaletteKind }) {
  const { t } = useTranslation('designer');
  const { manifest } = useWorkbench();
  const props = { component, onChange };
  const several = (
    <Checkbox
      checked={component.multiple === true}
      onChange={({ target }) => onChange(withSetting(component, 'multiple', target.checked || undefined))}
    >
      {t('formPalette.several')}
    </Checkbox>
  );
  switch (kind) {
    case 'pupil':
    case 'schoolClass':
      return (
        <>
          <p className="de-muted">{t(`formPalette.who.${kind}`)}</p>
          {several}
        </>
      );
    case 'orgUnit':
      return (
        <>
          <p className="de-muted">{t('formPalette.who.orgUnit')}</p>
          <Offered
            {...props}
            setting="unitKinds"
            all={pickableUnitKinds}
            legend={t('formPalette.unitKinds')}
          />
          {several}
        </>
      );
    case 'person':
      return (
        <>
          <p className="de-muted">{t('formPalette.who.person')}</p>
          <Offered {...props} setting="roles" all={pickableRoles} legend={t('formPalette.roles')} />
          {several}
        </>
      );
    case 'term':
      return <PlanListSetup {...props} options={termOptions(manifest)} kind="term" />;
    case 'indicator':
      return <PlanListSetup {...props} options={indicatorOptions(manifest)} kind="indicator" />;
    case 'resourceUnit':
      return <LinesSetup {...props} />;
    case 'evidence':
      return <EvidenceSetup {...props} />;
    case 'signature':
      return <p className="de-muted">{t('formPalette.signatureHint')}</p>;
    case 'rating':
      return <RatingSetup {...props} />;
    case 'hours':
      return <HoursSetup {...props} />;
  }
}

interface OfferedProps extends SetupProps {
  readonly setting: 'roles' | 'unitKinds';
  readonly all: readonly string[];
  readonly legend: string;
}

/** Which kinds a picker offers; all of them is the same as saying nothing. */
function Offered({ component, onChange, setting, all, legend }: OfferedProps) {
  const { t } = useTranslation('designer');
  const value = component[setting];
  const offered = Array.isArray(value) && value.length > 0 ? value.map(String) : [...all];
  const change = (name: string, on: boolean) => {
    const next = all.filter((one) => (one === name ? on : offered.includes(one)));
    if (next.length > 0)
      onChange(withSetting(component, setting, next.length === all.length ? undefined : next));
  };
  return (
    <fieldset className="de-setup-choices">
      <legend>{legend}</legend>
      {all.map((name) => (
        <Checkbox
          key={name}
          checked={offered.includes(name)}
          onChange={({ target }) => change(name, target.checked)}
        >
          {t(`formPalette.${setting === 'roles' ? 'role' : 'unitKind'}.${name}` as never) as string}
        </Checkbox>
      ))}
    </fieldset>
  );
}
