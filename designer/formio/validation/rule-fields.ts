import { type FormComponent, isPlainObject, objectOf } from '@oneplan/runtime/forms/definition.ts';
import { valueAt, withValueAt } from '@oneplan/runtime/plan/elements/json-value.ts';

/** A rule that an officer can set: where it is stored, and how it is typed in. */
export interface RuleField {
  readonly name: string;
  readonly path: readonly string[];
  readonly kind: 'switch' | 'count' | 'figure' | 'pattern' | 'size';
}

const field = (name: string, kind: RuleField['kind'], path = ['validate', name]): RuleField => ({
  name,
  kind,
  path,
});

const required = field('required', 'switch');
const lengths = [field('minLength', 'count'), field('maxLength', 'count')];
const pattern = field('pattern', 'pattern');
const figures = [field('min', 'figure'), field('max', 'figure'), field('step', 'figure')];
const rows = [
  field('minRows', 'count', ['validate', 'minLength']),
  field('maxRows', 'count', ['validate', 'maxLength']),
];
const onlyOptions = field('onlyAvailableItems', 'switch');

const byType: Readonly<Record<string, readonly RuleField[]>> = {
  textfield: [required, ...lengths, pattern],
  textarea: [required, ...lengths],
  email: [required],
  url: [required],
  phoneNumber: [required, pattern],
  number: [required, ...figures],
  currency: [required, ...figures],
  radio: [required, onlyOptions],
  select: [required, onlyOptions],
  selectboxes: [
    required,
    field('minSelectedCount', 'count'),
    field('maxSelectedCount', 'count'),
    onlyOptions,
  ],
  datagrid: [required, ...rows],
  editgrid: [required, ...rows],
  file: [required, field('fileMaxSize', 'size', ['fileMaxSize'])],
};

/** The rules that mean something for a component, in the order in which they are shown. */
export function ruleFieldsOf({ type, input }: FormComponent): readonly RuleField[] {
  return byType[String(type)] ?? (input === false ? [] : [required]);
}

/** What is set; Form.io stores an empty text where nothing is. */
export function ruleValue(component: FormComponent, { path }: RuleField): unknown {
  const value = valueAt(component, path);
  return value === '' || value === null ? undefined : value;
}

/** The component with another value of a rule; undefined or `false` takes it out. */
export function withRule(component: FormComponent, { path, kind }: RuleField, value: unknown): FormComponent {
  const off = value === '' || value === null || (kind === 'switch' && value === false);
  return withValueAt(component, path, off ? undefined : value);
}

/** What is said instead of the usual sentence when a rule is broken. */
export const messagePath: readonly string[] = ['validate', 'customMessage'];

/** The rules of a component that the fields do not show: kept as they are. */
export function hasOtherRules(component: FormComponent): boolean {
  const { json } = objectOf(component, 'validate');
  return isPlainObject(json) && Object.keys(json).length > 0;
}

/** Pairs of bounds that contradict each other: the lower one above the upper. */
export function contradictions(component: FormComponent): readonly (readonly [string, string])[] {
  const fields = ruleFieldsOf(component);
  return fields.flatMap((lower) => {
    if (!lower.name.startsWith('min')) return [];
    const upper = fields.find(({ name }) => name === lower.name.replace(/^min/, 'max'));
    if (!upper) return [];
    const [from, to] = [ruleValue(component, lower), ruleValue(component, upper)].map(Number);
    return Number.isFinite(from) && Number.isFinite(to) && Number(from) > Number(to)
      ? [[lower.name, upper.name] as const]
      : [];
  });
}
