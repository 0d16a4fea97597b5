import { account, code, date, oneOf, text } from '../cell-rules.ts';
import { optional, required, type Sheet } from '../sheet.ts';

type StaffColumn = 'staffNo' | 'name' | 'role' | 'unit' | 'account' | 'from' | 'until';

const roleNames = {
  市管理员: 'city-admin',
  区管理员: 'district-admin',
  学校管理员: 'school-admin',
  校长: 'principal',
  年级组长: 'grade-leader',
  班主任: 'class-teacher',
  任课教师: 'subject-teacher',
  科任教师: 'subject-teacher',
  责任督学: 'inspector',
  系统审计员: 'system-auditor',
  'city-admin': 'city-admin',
  'district-admin': 'district-admin',
  'school-admin': 'school-admin',
  principal: 'principal',
  'grade-leader': 'grade-leader',
  'class-teacher': 'class-teacher',
  'subject-teacher': 'subject-teacher',
  inspector: 'inspector',
  'system-auditor': 'system-auditor',
} as const;

export const staffSheet: Sheet<StaffColumn> = {
  kind: 'staff',
  name: '教职工',
  aliases: ['staff', '教师'],
  columns: {
    staffNo: required('工号', ['staff number', 'staff no'], code(40), 'T2026001'),
    name: required('姓名', ['name'], text(50), '张三'),
    role: required('角色', ['role'], oneOf(roleNames), '班主任'),
    unit: required('单位编码', ['unit', 'unit code'], code(40), '9440305001-2026-01'),
    account: optional('账号', ['account', 'username'], account, ''),
    from: optional('起始日期', ['from', 'valid from'], date, '2026-09-01'),
    /** The last day in force; stored as the day after, because stored intervals are half-open. */
    until: optional('结束日期', ['until', 'valid until'], date, ''),
  },
};
