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
} as const;
