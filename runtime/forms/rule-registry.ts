import type { Rule } from './rule.ts';
import { date } from './rules/date.ts';
import { day } from './rules/day.ts';
import { email } from './rules/email.ts';
import { fileCount } from './rules/file-count.ts';
import { filePattern } from './rules/file-pattern.ts';
import { fileSize } from './rules/file-size.ts';
import { json } from './rules/json.ts';
import { mask } from './rules/mask.ts';
import { max } from './rules/max.ts';
import { maxDate } from './rules/max-date.ts';
import { maxFiles } from './rules/max-files.ts';
import { maxLength } from './rules/max-length.ts';
import { maxRows } from './rules/max-rows.ts';
import { maxSelectedCount } from './rules/max-selected-count.ts';
import { maxWords } from './rules/max-words.ts';
import { maxYear } from './rules/max-year.ts';
import { min } from './rules/min.ts';
import { minDate } from './rules/min-date.ts';
import { minLength } from './rules/min-length.ts';
import { minRows } from './rules/min-rows.ts';
import { minSelectedCount } from './rules/min-selected-count.ts';
import { minWords } from './rules/min-words.ts';
import { minYear } from './rules/min-year.ts';
import { multiple } from './rules/multiple.ts';
import { number } from './rules/number.ts';
import { onlyAvailableItems } from './rules/only-available-items.ts';
import { pattern } from './rules/pattern.ts';
import { required } from './rules/required.ts';
import { requiredDay } from './rules/required-day.ts';
import { step } from './rules/step.ts';
import { time } from './rules/time.ts';
import { url } from './rules/url.ts';

/** Every validation rule; errors of one component come in this order. */
export const RULES: readonly Rule[] = [
  ...[multiple, required, requiredDay, date, day, email, time, url, number, mask, pattern],
  ...[minLength, maxLength, minWords, maxWords, min, max, step, minDate, maxDate, minYear, maxYear],
  ...[onlyAvailableItems, minSelectedCount, maxSelectedCount, minRows, maxRows],
  ...[fileCount, maxFiles, fileSize, filePattern, json],
];
