/** Decision tables */
export const decisionsEn = {
  unreadable: 'This decision table cannot be read.',
  number: 'Rule',
  asks: 'if',
  gives: 'then',
  any: 'any',
  remark: 'Remark',
  unnamed: '(unnamed)',
  noRules: 'There is no rule yet.',
  policy: {
    UNIQUE: 'One rule fits at most',
    FIRST: 'The first rule that fits, from the top',
    ANY: 'Several rules may fit, with the same result',
    COLLECT: 'All rules that fit',
    COLLECT_SUM: 'The sum of the results of all rules that fit',
    COLLECT_MIN: 'The least result of the rules that fit',
    COLLECT_MAX: 'The greatest result of the rules that fit',
    COLLECT_COUNT: 'How many rules fit',
    RULE_ORDER: 'All rules that fit, in the order of the rules',
    PRIORITY: 'The one of the rules that fit whose result comes first',
    OUTPUT_ORDER: 'All rules that fit, in the order of the results',
  },
} as const;
