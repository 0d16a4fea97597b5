import { duration } from '../duration.ts';

export type MessageLanguage = 'zh-CN' | 'en';

interface ValueWords {
  readonly nothing: string;
  /** `*` in a permission */
  readonly everything: string;
  readonly yes: string;
  readonly no: string;
  readonly and: string;
  readonly workingDay: (count: number) => string;
  readonly units: Readonly<Record<string, (count: number) => string>>;
}

const some = (one: string) => (count: number) => `${count} ${one}${count === 1 ? '' : 's'}`;

const words: Readonly<Record<MessageLanguage, ValueWords>> = {
  'zh-CN': {
    nothing: '（无）',
    everything: '全部',
    yes: '是',
    no: '否',
    and: '、',
    workingDay: (count) => `${count} 个工作日`,
    units: {
      W: (count) => `${count} 周`,
      D: (count) => `${count} 天`,
      H: (count) => `${count} 小时`,
      M: (count) => `${count} 分钟`,
      S: (count) => `${count} 秒`,
    },
  },
  en: {
    nothing: '(nothing)',
    everything: 'everything',
    yes: 'yes',
    no: 'no',
    and: ', ',
    workingDay: some('working day'),
    units: { W: some('week'), D: some('day'), H: some('hour'), M: some('minute'), S: some('second') },
  },
};

/** A value as a sentence names it; a long text is cut, and a structure is told as JSON. */
export function sayValue(value: unknown, language: MessageLanguage, inWorkingDays: boolean): string {
  const say = words[language];
  if (value === undefined || value === null || value === '') return say.nothing;
  if (value === '*') return say.everything;
  if (typeof value === 'boolean') return value ? say.yes : say.no;
  if (Array.isArray(value) && value.every((item) => typeof item !== 'object'))
    return value.map(String).join(say.and) || say.nothing;
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  if (duration.safeParse(text).success) return sayDuration(text, say, inWorkingDays);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

function sayDuration(text: string, say: ValueWords, inWorkingDays: boolean): string {
  const parts = [...text.matchAll(/(\d+)([WDHMS])/g)].map(([, count, unit = '']) => {
    const number = Number(count);
    return unit === 'D' && inWorkingDays ? say.workingDay(number) : (say.units[unit]?.(number) ?? '');
  });
  return parts.join(' ');
}
