/** The options of a choice, and as which one an option of a layer's own counts. */
export const optionFieldsZhCN = {
  title: '选项',
  name: '名称',
  countsAs: '统计时算作',
  itself: '它自己',
  nameOf: '选项“{{name}}”的名称',
  countsAsOf: '选项“{{name}}”算作',
  new: '新选项',
  add: '增加选项',
  dataClass: '资料等级',
  noClass: '还没有定',
  classes: {
    C1: 'C1 可以公开',
    C2: 'C2 校内使用',
    C3: 'C3 个人信息',
    C4: 'C4 敏感信息',
  },
} as const;
