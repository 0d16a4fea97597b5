import { componentTypeOf } from '../component-registry.ts';
import { objectOf } from '../definition.ts';
import type { Rule, RuleParams } from '../rule.ts';

const NOT_A_LIST: RuleParams = { expected: 'list' };
const EMPTY_LIST: RuleParams = { expected: 'nonempty' };
const A_LIST: RuleParams = { expected: 'single' };

/** A component that takes several values holds a list of them; one that takes a single value holds no list. */
export const multiple: Rule = {
  name: 'multiple',
  wholeValue: true,
  compile(component) {
    const type = componentTypeOf(component.type);
    if (type === undefined || type.kind !== 'value') return undefined;
    const { exempt, listIsValue, nestedLists } = type.multiplicity?.(component) ?? {};
    if (exempt) return undefined;
    if (!component.multiple) {
      return (value) => (!listIsValue && Array.isArray(value) ? A_LIST : undefined);
    }
    const isRequired = Boolean(objectOf(component, 'validate').required);
    return (value) => {
      if (value === null || value === undefined) return isRequired ? NOT_A_LIST : undefined;
      if (!Array.isArray(value)) return NOT_A_LIST;
      if (value.length === 0) return isRequired ? EMPTY_LIST : undefined;
      return Array.isArray(value[0]) && !nestedLists && component.storeas !== 'array' ? A_LIST : undefined;
    };
  },
};
