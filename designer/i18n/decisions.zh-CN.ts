/** 决策表 */
export const decisionsZhCN = {
  unreadable: '这张决策表读不出来。',
  number: '规则',
  asks: '如果',
  gives: '那么',
  any: '不限',
  remark: '说明',
  unnamed: '（未命名）',
  noRules: '还没有规则。',
  policy: {
    UNIQUE: '最多一条规则符合',
    FIRST: '从上到下，取第一条符合的规则',
    ANY: '可有几条规则符合，结果须相同',
    COLLECT: '取所有符合的规则',
    COLLECT_SUM: '所有符合的规则的结果相加',
    COLLECT_MIN: '取符合的规则中最小的结果',
    COLLECT_MAX: '取符合的规则中最大的结果',
    COLLECT_COUNT: '数有几条规则符合',
    RULE_ORDER: '取所有符合的规则，按规则次序',
    PRIORITY: '取符合的规则中结果最优先的一条',
    OUTPUT_ORDER: '取所有符合的规则，按结果的优先次序',
  },
} as const;
