import { code, oneOf, text } from '../cell-rules.ts';
import { optional, required, type Sheet } from '../sheet.ts';

type OrgUnitColumn = 'code' | 'name' | 'kind' | 'parent' | 'type' | 'stage';

export const orgUnitSheet: Sheet<OrgUnitColumn> = {
  kind: 'org-units',
  name: '组织机构',
  aliases: ['org units', 'org-units', '机构'],
  columns: {
    code: required('编码', ['code', '机构编码', '单位编码'], code(32), '9440305001'),
    name: required('名称', ['name', '机构名称', '单位名称'], text(100), '望海实验学校'),
    kind: required(
      '类别',
      ['kind'],
      oneOf({
        市: 'city',
        区: 'district',
        学校: 'school',
        区县: 'district',
        city: 'city',
        district: 'district',
        school: 'school',
      }),
      '学校',
    ),
    parent: optional('上级编码', ['parent', 'parent code'], code(32), '440305'),
    type: optional('性质', ['type'], text(30), '区属'),
    stage: optional(
      '学段',
      ['stage'],
      oneOf({
        小学: 'primary',
        初中: 'junior-high',
        高中: 'senior-high',
        primary: 'primary',
        'junior-high': 'junior-high',
        'senior-high': 'senior-high',
      }),
      '初中',
    ),
  },
};
