import type { PlanComponent } from '../form-components.ts';

/** Why a component may not be made public; the interface has a sentence for each. */
export type PrivateReason = 'data-class' | 'unscreened-type' | 'sensitive-name';

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

/** What speaks against showing a component in a notice; undefined: nothing does. */
export function privateReason({ path, type, label, dataClass }: PlanComponent): PrivateReason | undefined {
  if (dataClass !== 'C1') return 'data-class';
  if (unscreenedTypes.has(type)) return 'unscreened-type';
  const key = path.split('.').at(-1) ?? path;
  return privateKey.test(key) || privateLabel.test(label) ? 'sensitive-name' : undefined;
}
