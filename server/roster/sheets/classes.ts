import { className, code, entryCohort } from '../cell-rules.ts';
import { required, type Sheet } from '../sheet.ts';

type ClassColumn = 'code' | 'school' | 'cohort' | 'name';

export const classSheet: Sheet<ClassColumn> = {
  kind: 'classes',
  name: '班级',
  aliases: ['classes'],
  columns: {
    code: required('编码', ['code', '班级编码'], code(40), '9440305001-2026-01'),
    school: required('学校编码', ['school', 'school code'], code(32), '9440305001'),
    cohort: required('入学年份', ['cohort', 'entry cohort'], entryCohort, '2026'),
    name: required('班号', ['name', '名称', '班号/名称', '班级名称'], className, '1'),
  },
};
