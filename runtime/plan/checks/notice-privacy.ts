import type { PlanComponent } from '../form-components.ts';
import type { PlanCheck } from './plan-under-check.ts';

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
        const reason = component && reasonAgainst(component);
        if (!reason) return;
        report.atManifest(
          ['notices', index, 'fields', at, 'components', place],
          'private-field',
          `${component.label} (${form}/${path}) may not be published: ${reason}. Take it out of the notice.`,
          { form, component: path, dataClass: component.dataClass },
        );
      });
    });
  });
};

/** Component types whose content nobody has screened: files, signatures, addresses, hidden values. */
const unscreenedTypes: ReadonlySet<string> = new Set([
  'file',
  'signature',
  'sketchpad',
  'address',
  'phoneNumber',
  'email',
  'password',
  'hidden',
  'textarea',
]);

/** Words of keys (in any spelling) and labels that stand for field classes C3 and C4. */
const privateKey =
  /^(id|student|pupil)?(number|no|card)$|idcard|phone|mobile|email|address|birth|guardian|parent|health|exempt|disciplin|punish|score|mark|grade$|rank|passed|disab/i;
const privateLabel =
  /身份证|学籍号|证件|电话|手机|邮箱|住址|地址|出生|监护|家长|健康|免测|处分|分数|成绩|名次|排名|等次|达标|残疾/;

function reasonAgainst({ path, type, label, dataClass }: PlanComponent): string | undefined {
  if (dataClass !== 'C1') return `its form gives it class ${dataClass}, and only C1 is public`;
  if (unscreenedTypes.has(type)) return `a component of type ${type} can hold anything`;
  const key = path.split('.').at(-1) ?? path;
  if (privateKey.test(key) || privateLabel.test(label))
    return 'it names what is sensitive or secret (C3, C4)';
  return undefined;
}
