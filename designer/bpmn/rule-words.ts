import type { TFunction } from 'i18next';
import { type PlanRuleWords, planRuleNames } from './plan-rules.ts';

export const ruleWords = (t: TFunction<'flow'>): PlanRuleWords =>
  Object.fromEntries(planRuleNames.map((name) => [name, t(`rule.${name}`)])) as PlanRuleWords;
