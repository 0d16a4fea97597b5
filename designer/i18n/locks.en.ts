import type { SameKeys } from '@oneplan/runtime/ui/i18n/resource.ts';
import type { locksZhCN } from './locks.zh-CN.ts';

export const locksEn: SameKeys<typeof locksZhCN> = {
  title: 'Locks',
  hint: 'What the layers below may do with anything of the plan, and on which clause that rests. Without a rule they keep it as it is and may add what is their own.',
  targets: 'What rules are stated for',
  search: 'Find a field, option, step, parameter, indicator…',
  stated: '{{count}} rules stated',
  found: '{{count}} found',
  partly: 'partly',
  gone: 'gone',
  goneText: 'The plan no longer has this; the rule for it has no effect. Remove it.',
  choose: 'Choose something on the left',
  chooseHint:
    'The list shows what rules are stated for. Type a name to find anything else of the plan and to state a rule for it.',
  adding: 'adding: {{what}}',
  now: 'now: {{value}}',
  ofProperty: 'A rule of its own for one property…',
  among: 'Values to choose from',
  amongHint: 'Empty: any. Press Enter after each value.',
  state: 'State what the layers below may do',
};
