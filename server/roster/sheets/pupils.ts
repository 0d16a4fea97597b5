import { account, code, date, oneOf, studentNumber, text } from '../cell-rules.ts';
import { reportableStudentNumber } from '../masking.ts';
import { optional, required, type Sheet } from '../sheet.ts';

type PupilColumn =
  | 'studentNo'
  | 'name'
  | 'gender'
  | 'birthDate'
  | 'classCode'
  | 'from'
  | 'account'
  | 'formerStudentNo';

export const pupilSheet: Sheet<PupilColumn> = {
  kind: 'pupils',
  name: '学生',
  aliases: ['pupils', 'students'],
  columns: {
    studentNo: required(
      '学籍号',
      ['student number', 'student no'],
      studentNumber,
      'L440390201309120417',
      reportableStudentNumber,
    ),
    name: required('姓名', ['name'], text(50), '李四'),
    /** GB/T 2261.1. */
    gender: required(
      '性别',
      ['gender'],
      oneOf({ 男: '1', 女: '2', 1: '1', 2: '2', male: '1', female: '2' }),
      '男',
    ),
    birthDate: optional('出生日期', ['birth date', 'date of birth'], date, '2013-09-12'),
    classCode: required('班级编码', ['class', 'class code'], code(40), '9440305001-2026-01'),
    from: optional('入班日期', ['from', 'enrolled from'], date, '2026-09-01'),
    account: optional('账号', ['account', 'username'], account, ''),
    /** When a temporary number (L) has become a formal one (G, J). */
    formerStudentNo: optional(
      '原学籍号',
      ['former student number'],
      studentNumber,
      '',
      reportableStudentNumber,
    ),
  },
};
