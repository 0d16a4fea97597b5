import type { PlanChange, PropertyChanged } from '@oneplan/runtime/plan/diff/plan-change.ts';
import type { PlanElement, PlanTree } from '@oneplan/runtime/plan/elements/element.ts';
import { kindWords } from '@oneplan/runtime/plan/locks/element-words.ts';
import { propertyWord } from '@oneplan/runtime/plan/locks/property-words.ts';
import type { MessageLanguage } from '@oneplan/runtime/plan/locks/say-value.ts';
import { withoutInner } from './compared-artefact.ts';
import { elementName } from './element-name.ts';
import { sayProperty } from './say-property.ts';

/** The two plans that are compared. */
export interface ComparedTrees {
  readonly base: PlanTree;
  readonly mine: PlanTree;
}

/** One line of a comparison, in words. */
export interface ChangeRow {
  /** unique: the element, with `@<property>` */
  readonly id: string;
  readonly element: string;
  readonly change: PlanChange['change'];
  /** 栏目, 参数 … */
  readonly kind: string;
  readonly name: string;
  /** undefined: the element as a whole */
  readonly property: string | undefined;
  readonly before: string | undefined;
  readonly after: string | undefined;
  readonly source: PlanChange;
}

/** Changes as lines; what came or went with the element around it is named in the line of that element. */
export function changeRows(
  changes: readonly PlanChange[],
  trees: ComparedTrees,
  language: MessageLanguage,
): readonly ChangeRow[] {
  const inner = innerNames(changes, trees);
  return withoutInner(changes).map((change) => {
    const tree = change.change === 'removed' ? trees.base : trees.mine;
    const element = tree.get(change.element);
    return {
      id: `${change.element}@${change.change === 'changed' ? change.property : change.change}`,
      element: change.element,
      change: change.change,
      kind: kindWords[language][change.kind],
      name: element ? elementName(element, tree) : change.name,
      property: change.change === 'changed' ? wordOf(change, tree, language) : undefined,
      ...valuesOf(change, inner.get(change.element), trees, language),
      source: change,
    };
  });
}

/** A cell of a decision table is called after its column. */
function wordOf({ element, property }: PropertyChanged, tree: PlanTree, language: MessageLanguage): string {
  const [, column] = /^(?:tests|results)\.(.+)$/.exec(property) ?? [];
  const decision = element.slice(0, element.indexOf('/'));
  const found = column === undefined ? undefined : tree.get(`${decision}/${column}`);
  return found?.name ?? propertyWord(property, language);
}

function valuesOf(
  change: PlanChange,
  inner: readonly string[] | undefined,
  { base, mine }: ComparedTrees,
  language: MessageLanguage,
): Pick<ChangeRow, 'before' | 'after'> {
  switch (change.change) {
    case 'added':
      return { before: undefined, after: sayElement(change.to, inner, mine, language) };
    case 'removed':
      return { before: sayElement(change.from, inner, base, language), after: undefined };
    case 'moved':
      return {
        before: sayPlace(change.from, base, language),
        after: sayPlace(change.to, mine, language),
      };
    case 'changed':
      return {
        before: sayIn(base, change, change.from, language),
        after: sayIn(mine, change, change.to, language),
      };
  }
}

function sayIn(
  tree: PlanTree,
  { element, property }: { readonly element: string; readonly property: string },
  value: unknown,
  language: MessageLanguage,
): string {
  const found = tree.get(element);
  return found ? sayProperty(found, property, value, tree, language) : '';
}

/** Names of what came or went inside an element, by the uppermost element that did. */
function innerNames(changes: readonly PlanChange[], trees: ComparedTrees): ReadonlyMap<string, string[]> {
  const roots = new Map<string, string>();
  const names = new Map<string, string[]>();
  for (const change of changes) {
    if (change.change !== 'added' && change.change !== 'removed') continue;
    const element = change.change === 'added' ? change.to : change.from;
    const root = roots.get(element.parent ?? '');
    roots.set(element.id, root ?? element.id);
    // What connects the steps of a flow is told by the picture.
    if (root === undefined || element.kind === 'sequence-flow') continue;
    const list = names.get(root) ?? [];
    list.push(elementName(element, change.change === 'added' ? trees.mine : trees.base));
    names.set(root, list);
  }
  return names;
}

/** Properties that tell best what an element is, for an element that is new or gone. */
const telling = [
  'type',
  'value',
  'validate.required',
  'candidateGroups',
  'formKey',
  'state',
  'record.editable',
  'lock.class',
  'lock.direction',
] as const;

function sayElement(
  element: PlanElement,
  inner: readonly string[] | undefined,
  tree: PlanTree,
  language: MessageLanguage,
): string {
  if (element.kind === 'decision-rule') return element.name;
  const said = telling.flatMap((property) => {
    const value = property.split('.').reduce<unknown>((at, key) => own(at, key), element.properties);
    if (value === undefined || value === false || value === '' || element.kind === 'option') return [];
    const word = sayProperty(element, property, value, tree, language);
    return property === 'type' ? [word] : [`${propertyWord(property, language)}${colon[language]}${word}`];
  });
  const names = [...new Set(inner)];
  const within = names.length > 0 ? [`${contains[language]}${names.join(comma[language])}`] : [];
  return [...said, ...within].join(language === 'zh-CN' ? '；' : '; ');
}

function sayPlace(
  { parent, after }: { readonly parent: string; readonly after: string | undefined },
  tree: PlanTree,
  language: MessageLanguage,
): string {
  const nameOf = (id: string) => {
    const found = tree.get(id);
    return found ? elementName(found, tree) : id;
  };
  if (language === 'zh-CN')
    return after === undefined ? `“${nameOf(parent)}”的第一项` : `“${nameOf(after)}”之后`;
  return after === undefined ? `first in “${nameOf(parent)}”` : `after “${nameOf(after)}”`;
}

const colon = { 'zh-CN': '：', en: ': ' } as const;
const comma = { 'zh-CN': '、', en: ', ' } as const;
const contains = { 'zh-CN': '含：', en: 'with: ' } as const;

function own(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined;
}
