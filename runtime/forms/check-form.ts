import type { CheckContext } from './check/check-context.ts';
import { COMPONENT_CHECKS } from './check/component-checks.ts';
import type { Finding } from './check/finding.ts';
import { isSet } from './check/scripts.ts';
import { componentTypeOf } from './component-registry.ts';
import { type ComponentNode, componentTree, walkComponents } from './component-tree.ts';
import { ReferenceIndex } from './conditions/reference.ts';
import { dataKeyOf, type FormDefinition, isPlainObject } from './definition.ts';
import { IntakeError, takeIn } from './submission-intake.ts';

export type { Finding } from './check/finding.ts';

/** What a form definition may hold at most. */
export const FORM_LIMITS = { size: 512 * 1024, depth: 200, rows: 10_000, components: 1_000 } as const;

const FORM_SCRIPTS: readonly string[] = ['controller', 'module', 'sanitizeConfig', 'customJS', 'script'];
const DISPLAYS: ReadonlySet<unknown> = new Set([undefined, '', 'form', 'wizard']);

/**
 * The gate at save and publish: everything that speaks against using a form definition. An empty list means that
 * the form holds no program, nothing that fetches, only known components, and rules that can be kept.
 */
export function checkForm(source: unknown): Finding[] {
  const findings: Finding[] = [];
  const definition = takeDefinition(source, findings);
  if (definition === undefined) return findings;
  for (const name of FORM_SCRIPTS) {
    if (!isSet(definition[name])) continue;
    findings.push(finding('script', name, `${name} may hold no program; remove it`, { setting: name }));
  }
  if (!DISPLAYS.has(definition.display)) {
    const display = String(definition.display);
    findings.push(
      finding('display', 'display', `A form is shown as form or wizard, not as "${display}"`, { display }),
    );
  }
  const tree = componentTree(definition);
  const nodes = [...walkComponents(tree)];
  if (nodes.length > FORM_LIMITS.components) {
    const message = `The form has ${nodes.length} components; at most ${FORM_LIMITS.components} are allowed`;
    findings.push(
      finding('components', 'components', message, { max: FORM_LIMITS.components, count: nodes.length }),
    );
    return findings;
  }
  const references = new ReferenceIndex(tree);
  for (const node of nodes) {
    checkComponent(node, references, findings);
    const inner = valueComponentOf(node);
    if (inner !== undefined) checkComponent(inner, references, findings);
  }
  checkDuplicates(nodes, findings);
  return findings;
}

/** A copy to look at: plain, of limited size and depth. `undefined` where there is nothing to look at. */
function takeDefinition(source: unknown, findings: Finding[]): FormDefinition | undefined {
  try {
    const definition = takeIn(source, FORM_LIMITS);
    if (isPlainObject(definition) && Array.isArray(definition.components)) return definition;
    findings.push(finding('not-a-form', '', 'A form is an object with a list of components', {}));
  } catch (error) {
    const rule = error instanceof IntakeError ? error.rule : 'not-a-form';
    const max = error instanceof IntakeError ? error.max : 0;
    findings.push(finding(rule, '', `The form goes beyond its limit of ${rule} (${max})`, { max }));
  }
  return undefined;
}

function checkComponent(node: ComponentNode, references: ReferenceIndex, findings: Finding[]): void {
  const context: CheckContext = {
    node,
    references,
    report(rule, at, message, params = {}) {
      const path = at === '' ? node.definitionPath : `${node.definitionPath}.${at}`;
      findings.push({ rule, path, keyPath: node.keyPath, message, params });
    },
  };
  for (const check of COMPONENT_CHECKS) check(context);
}

/** The component that a data map uses for its values. */
function valueComponentOf(node: ComponentNode): ComponentNode | undefined {
  const component = node.component.valueComponent;
  if (!isPlainObject(component)) return undefined;
  const type = componentTypeOf(component.type);
  const key = typeof component.key === 'string' && component.key !== '' ? component.key : 'value';
  return {
    ...node,
    component: { ...component, key },
    key,
    type: type?.kind === 'value' ? type : undefined,
    definitionPath: `${node.definitionPath}.valueComponent`,
    children: [],
  };
}

/** Keys are unique among the components that stand in one object of the data; radio-like boxes share a name. */
function checkDuplicates(nodes: readonly ComponentNode[], findings: Finding[]): void {
  const seen = new Map<string, string>();
  for (const node of nodes) {
    const scope = scopeOf(node);
    for (const name of new Set([node.key, dataKeyOf(node.component)])) {
      if (name === '' || (name !== node.key && isSharedName(nodes, name))) continue;
      const place = `${scope}|${name}`;
      const first = seen.get(place);
      if (first === undefined) {
        seen.set(place, node.definitionPath);
        continue;
      }
      findings.push({
        rule: 'duplicate-key',
        path: node.definitionPath,
        keyPath: node.keyPath,
        message: `The key "${name}" is used by ${first} already; choose another`,
        params: { key: name, first },
      });
    }
  }
}

const isSharedName = (nodes: readonly ComponentNode[], name: string): boolean =>
  !nodes.some((node) => node.key === name);

/** The place of the object that a component stands in. */
function scopeOf(node: ComponentNode): string {
  for (let at = node.parent; at !== undefined; at = at.parent) {
    if (at.type?.kind === 'grid' || at.type?.kind === 'container') return at.definitionPath;
  }
  return '';
}

function finding(rule: string, path: string, message: string, params: Finding['params']): Finding {
  return { rule, path, keyPath: '', message, params };
}
