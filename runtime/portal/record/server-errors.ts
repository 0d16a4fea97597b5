import { z } from 'zod';
import { messagesEn } from '../../forms/messages.en.ts';
import { textOfError } from '../../forms/messages.ts';
import { messagesZh } from '../../forms/messages.zh.ts';
import { isProblem } from '../../ui/api/api-problem.ts';
import type { FieldError } from '../../ui/state/ErrorSummary.tsx';

/** One finding of the server’s validator, as `runtime/forms` makes them. */
const formError = z.object({
  path: z.string().default(''),
  key: z.string().default(''),
  label: z.string().default(''),
  rule: z.string().default(''),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({}),
  message: z.string().optional(),
});

/** Rules that only the server knows. */
const serverRules = {
  zh: {
    'form.error.attachment': '有附件没有保存在这里，请删除后重新上传',
    'form.error.reference': '{{label}}里选的“{{name}}”不在你可以选择的范围内，请重新选择',
    'form.error.termCap': '{{label}}超过每学期上限 {{cap}}：本学期的其他记录已有 {{used}}，请改小',
  },
  en: {
    'form.error.attachment': 'A file is not stored here; remove it and upload it again',
    'form.error.reference': '“{{name}}” in {{label}} is none that you may choose; choose again',
    'form.error.termCap':
      '{{label}} goes beyond {{cap}} a term: other records of this term have {{used}}; lower it',
  },
} as const;

/** What the server found wrong with the data, in words at the fields; `null` where the problem is about something else. */
export function serverFieldErrors(error: unknown, language: string): FieldError[] | null {
  if (!isProblem(error, 'validation-failed')) return null;
  const parsed = z.array(formError).min(1).safeParse(error.detail.errors);
  if (!parsed.success) return null;
  const chinese = language.startsWith('zh');
  const table = chinese ? { ...messagesZh, ...serverRules.zh } : { ...messagesEn, ...serverRules.en };
  return parsed.data.map((one) => ({ path: one.path, message: textOfError(one, table) }));
}
