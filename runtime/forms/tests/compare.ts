import type { CompiledForm } from '../compile.ts';
import { type ComponentNode, walkComponents } from '../component-tree.ts';
import { stepsOf, valueAt } from '../conditions/data-path.ts';
import { isEqual } from '../conditions/equality.ts';
import { isPlainObject, objectOf } from '../definition.ts';
import type { Observation } from '../difference-causes.ts';
import { DIFFERENCES } from '../differences.ts';
import { validate } from '../validate.ts';
import { type ReferenceAnswer, runReference } from './reference.ts';

export interface Comparison {
  readonly observations: readonly Observation[];
  readonly valid: boolean;
}

/** Runs a pair through both validators and lists what differs. */
export function compare(compiled: CompiledForm, data: unknown): Comparison {
  const theirs = runReference(compiled.definition, data);
  const ours = validate(compiled, data);
  const observe = (side: Observation['side'], path: string, rule: string): Observation => ({
    side,
    path,
    rule,
    node: nodeAt(compiled.tree, path),
    tree: compiled.tree,
    ourErrors: ours.errors,
    data,
    sent: valueAt(data, stepsOf(path)),
  });
  if (theirs.threw) return { observations: [observe('threw', '', '')], valid: ours.valid };
  const observations = [
    ...missing(ours.errors, theirs.errors, compiled.tree).map((e) => observe('ours', e.path, e.rule)),
    ...missing(theirs.errors, ours.errors, compiled.tree).map((e) => observe('theirs', e.path, e.rule)),
  ];
  if (observations.length === 0 && ours.valid && !isSameData(theirs, ours.data)) {
    observations.push(observe('data', '', ''));
  }
  return { observations, valid: ours.valid };
}

/** Names of the listed differences that cover an observation. */
export function coveredBy(observation: Observation): string[] {
  return DIFFERENCES.filter((difference) => difference.covers(observation)).map(
    (difference) => difference.id,
  );
}

interface Place {
  readonly path: string;
  readonly rule: string;
}

/** A message of the author's own hides which rules failed in the reference: then the place is what counts. */
function missing(from: readonly Place[], within: readonly Place[], tree: readonly ComponentNode[]): Place[] {
  return from.filter((one) => {
    const node = nodeAt(tree, one.path);
    const byPlace = node !== undefined && Boolean(objectOf(node.component, 'validate').customMessage);
    return !within.some((other) => other.path === one.path && (byPlace || other.rule === one.rule));
  });
}

function nodeAt(tree: readonly ComponentNode[], path: string): ComponentNode | undefined {
  const plain = path.replace(/\[\d+\]/g, '[]');
  for (const node of walkComponents(tree)) {
    if (node.type?.kind !== 'layout' && node.type?.kind !== 'content' && node.dataPath === plain) return node;
  }
  const list = plain.replace(/\[\]$/, '');
  return list === plain ? undefined : nodeAt(tree, list);
}

/** Empty objects, lists, rows and `null` count as nothing: the two sides leave them in different places. */
function isSameData(theirs: ReferenceAnswer, ours: unknown): boolean {
  return isEqual(withoutEmpties(JSON.parse(JSON.stringify(theirs.data))), withoutEmpties(ours));
}

function withoutEmpties(value: unknown): unknown {
  if (value === null || value === undefined) return undefined;
  if (Array.isArray(value)) {
    const items = value.map(withoutEmpties);
    while (items.length > 0 && items.at(-1) === undefined) items.pop();
    return items.length === 0 ? undefined : items.map((item) => item ?? null);
  }
  if (!isPlainObject(value)) return value;
  const entries = Object.entries(value)
    .map(([key, inner]) => [key, withoutEmpties(inner)] as const)
    .filter(([, inner]) => inner !== undefined);
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}
