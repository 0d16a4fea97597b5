import type { finding } from '@oneplan/runtime/contracts/api/values.ts';
import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import { cellMessage } from '@oneplan/runtime/decisions/cell-message.ts';
import type { PlanFinding } from '@oneplan/runtime/plan/finding.ts';
import type { z } from 'zod';

/** What is wrong with a plan, as it goes to the caller. */
export type WireFinding = z.input<typeof finding>;

type Found = Omit<PlanFinding, 'rule' | 'params' | 'file'> &
  Pick<WireFinding, 'rule' | 'file' | 'sentence'> & { readonly params?: PlanFinding['params'] };

export function findingOnWire({
  rule,
  message,
  severity,
  file,
  path,
  elementId,
  line,
  sentence,
  params = {},
}: Found): WireFinding {
  const cell = rule.startsWith('decision.') ? cellMessage(params) : undefined;
  const said = sentence ?? (cell === undefined ? undefined : { 'zh-CN': cell, en: message });
  return { rule, message, severity, file, path, elementId, line, sentence: said };
}

/** More would not help anybody who mends a plan, and the answer stays small. */
const listed = 200;

/** The refusal of a plan, or of a file of it, with everything that is wrong; the sentence names the first place. */
export function planInvalid(findings: readonly WireFinding[]): AppError {
  const [first] = findings;
  const place = first ? [first.file, first.path ?? first.elementId].filter(Boolean).join(' ') : '';
  const line = first?.line === undefined ? '' : `, line ${first.line}`;
  return new AppError(
    'plan-invalid',
    `The plan can not be used as it is: ${place}${line}: ${first?.message ?? ''} (${first?.rule ?? ''}; ${findings.length} in all).`,
    { findings: findings.slice(0, listed) },
  );
}
