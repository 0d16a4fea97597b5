import type { finding } from '@oneplan/runtime/contracts/api/values.ts';
import type { MessageLanguage } from '@oneplan/runtime/plan/locks/say-value.ts';
import type { z } from 'zod';

/** Something that keeps a draft from being saved or published, as the server tells it. */
export type PlanFinding = z.output<typeof finding>;

/** Words of the namespace `finding` in the interface's language alone; undefined where there are none. */
export type FindingWords = (rule: string) => string | undefined;

/** What a person reads about a finding: its own sentence, that of its rule, else the server's English message. */
export function findingSentence(
  { rule, message, sentence }: PlanFinding,
  words: FindingWords,
  language: MessageLanguage,
): string {
  return sentence?.[language] ?? words(rule) ?? message;
}

/** Whether it keeps the draft from being published; the rest is to be known. */
export const isProblemToMend = ({ severity }: PlanFinding) => severity === 'error';
