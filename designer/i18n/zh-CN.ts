/** Namespace `designer`: the pages. */
export const designerZhCN = {
  home: {
    empty: '还没有方案',
    emptyHint: '发布或导入的方案会出现在这里。',
  },
} as const;
