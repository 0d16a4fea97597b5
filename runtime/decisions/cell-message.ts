import type { FeelFault } from './decision-error.ts';

const example = '文字要加引号，如 "市级"；数字可写 5、< 5 或 [1..5]；几个值用逗号隔开；不限填 -。';

const faults: Readonly<Record<FeelFault, string>> = {
  syntax: `写得不对。${example}`,
  'too-long': '写得太长。请拆成几条规则。',
  loop: '用了循环，系统不支持。请先在流程里算好这个值。',
  function: '用了自定义函数，系统不支持。请先在流程里算好这个值。',
  filters: '筛选了不止一个列表，系统不支持。请先在流程里筛选。',
  clock: '用了当前时间，系统不支持。请把日期作为输入。',
};

/**
 * What an officer reads about a cell that is refused: which rule, which column, what is wrong and what to do. `params`
 * are those of the finding; undefined: it is about no cell.
 */
export function cellMessage(params: Readonly<Record<string, unknown>>): string | undefined {
  const { row, column, fault } = params;
  if (typeof column !== 'string') return undefined;
  const where = typeof row === 'number' ? `第 ${row} 条规则的“${column}”` : `“${column}”`;
  const known = typeof fault === 'string' && Object.hasOwn(faults, fault);
  return `${where}${known ? faults[fault as FeelFault] : faults.syntax}`;
}
