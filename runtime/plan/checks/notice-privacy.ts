import type { PlanComponent } from '../form-components.ts';
import type { PlanCheck } from './plan-under-check.ts';
import { type PrivateReason, privateReason } from './private-reason.ts';

/**
 * A notice (公示) shows only components that their form marks as public in scope (C1). What identifies a minor or
 * tells of health, discipline, marks or ranks stays out even when it is marked so: 未成年人学校保护规定 (教育部令第50号)
 * and the personal information protection law.
 */
export const noticePrivacy: PlanCheck = ({ manifest, forms }, report) => {
  manifest.notices.forEach(({ fields }, index) => {
    fields.forEach(({ form, components }, at) => {
      components.forEach((path, place) => {
        const component = forms.get(form)?.components.get(path);
        const found = component && privateReason(component);
        if (!found) return;
        report.atManifest(
          ['notices', index, 'fields', at, 'components', place],
          'private-field',
          `${component.label} (${form}/${path}) may not be published: ${against[found](component)}. Take it out of the notice.`,
          { form, component: path, dataClass: component.dataClass },
        );
      });
    });
  });
};

const against: Readonly<Record<PrivateReason, (component: PlanComponent) => string>> = {
  'data-class': ({ dataClass }) => `its form gives it class ${dataClass}, and only C1 is public`,
  'unscreened-type': ({ type }) => `a component of type ${type} can hold anything`,
  'sensitive-name': () => 'it names what is sensitive or secret (C3, C4)',
};
