/** What a text must look like, under a name that people know it by. */
export interface NamedPattern {
  readonly name: string;
  /** For `validate.pattern`; the whole text must fit. */
  readonly pattern: string;
  readonly example: string;
}

/** The choices of a text's format, the most usual first. */
export const namedPatterns: readonly NamedPattern[] = [
  { name: 'mobile', pattern: '1[3-9]\\d{9}', example: '13800138000' },
  { name: 'idCard', pattern: '[1-9]\\d{16}[\\dXx]', example: '440305201209010017' },
  { name: 'pupilNumber', pattern: '[GJL][1-9]\\d{16}[\\dXx]', example: 'G440305201209010017' },
  {
    name: 'chineseName',
    pattern: '[\\u4e00-\\u9fff]{1,20}(·[\\u4e00-\\u9fff]{1,20}){0,3}',
    example: '阿依古丽·买买提',
  },
  {
    name: 'chinese',
    pattern: '[\\u4e00-\\u9fff，。、；：？！“”（）《》·\\s]+',
    example: '参加社区志愿服务。',
  },
  { name: 'digits', pattern: '\\d+', example: '2026' },
  { name: 'lettersDigits', pattern: '[A-Za-z0-9]+', example: 'A102' },
  { name: 'schoolYear', pattern: '20\\d{2}-20\\d{2}', example: '2026-2027' },
  { name: 'postcode', pattern: '\\d{6}', example: '518000' },
];

export function patternNamed(name: string): NamedPattern | undefined {
  return namedPatterns.find((it) => it.name === name);
}

/** The name of a stored pattern: one of the choices, `none`, or `other` for one that the author wrote. */
export function nameOfPattern(pattern: unknown): string {
  if (typeof pattern !== 'string' || pattern === '') return 'none';
  return namedPatterns.find((it) => it.pattern === pattern)?.name ?? 'other';
}
