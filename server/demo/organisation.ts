/** The invented organisation of the demo: two districts, four schools in them, one directly under the city. */
export const city = { code: '440300', name: '深圳市', type: '教育局' } as const;

export const districts = [
  { code: '440305', name: '南山区', account: 'nanshan' },
  { code: '440304', name: '福田区', account: 'futian' },
] as const;

export interface DemoSchool {
  /** 10 digits, as a 学校标识码, in a range that is not given out. */
  readonly code: string;
  readonly name: string;
  /** Code of the district; null: directly under the city. */
  readonly district: string | null;
  readonly type: string;
  /** First six digits of its pupils' numbers; no region has them. */
  readonly region: string;
}

export const schools: readonly DemoSchool[] = [
  { code: '9440305001', name: '南山望海实验学校', district: '440305', type: '区属', region: '440391' },
  { code: '9440305002', name: '南山云栖初级中学', district: '440305', type: '民办', region: '440392' },
  { code: '9440304001', name: '福田莲塔中学', district: '440304', type: '区属', region: '440393' },
  { code: '9440304002', name: '福田新榕外国语学校', district: '440304', type: '区属', region: '440394' },
  { code: '9440300001', name: '深圳鹏湾中学', district: null, type: '市直属', region: '440395' },
];

export const stage = 'junior-high';

/** Entry cohorts with the grade they are in during the school year 2026-2027. */
export const cohorts = [
  { entryCohort: 2025, grade: '八' },
  { entryCohort: 2026, grade: '七' },
] as const;

export const classesPerCohort = 4;
export const subjects = ['语文', '数学', '英语', '物理', '体育', '美术'] as const;
