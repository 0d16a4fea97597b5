import { account, oneOf, studentNumber, text } from '../cell-rules.ts';
import { reportableStudentNumber } from '../masking.ts';
import { required, type Sheet } from '../sheet.ts';

type GuardianColumn = 'studentNo' | 'name' | 'relation' | 'account';

const relations = ['父亲', '母亲', '祖父', '祖母', '外祖父', '外祖母', '兄姐', '其他监护人'] as const;
const synonyms = {
  父: '父亲',
  母: '母亲',
  爷爷: '祖父',
  奶奶: '祖母',
  外公: '外祖父',
  外婆: '外祖母',
  其他: '其他监护人',
} as const;

export const guardianSheet: Sheet<GuardianColumn> = {
  kind: 'guardians',
  name: '监护人',
  aliases: ['guardians', '家长'],
  columns: {
    studentNo: required(
      '学籍号',
      ['student number', 'student no'],
      studentNumber,
      'L440390201309120417',
      reportableStudentNumber,
    ),
    name: required('监护人姓名', ['guardian', 'name', '姓名'], text(50), '李五'),
    relation: required(
      '关系',
      ['relation'],
      oneOf({ ...Object.fromEntries(relations.map((relation) => [relation, relation])), ...synonyms }),
      '父亲',
    ),
    account: required('手机号', ['account', '账号', '手机号/账号', 'phone'], account, '13900000000'),
  },
};
