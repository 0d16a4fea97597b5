import type { z } from 'zod';
import type { fieldPermission } from '../../contracts/api/values.ts';
import type { FormDefinition, FormPermission } from './renderable.ts';

export type WirePermission = z.infer<typeof fieldPermission>;

interface Node {
  readonly type?: unknown;
  readonly key?: unknown;
  readonly input?: unknown;
  readonly components?: unknown;
  readonly columns?: unknown;
  readonly rows?: unknown;
}

/** The components that stand directly in a component, wherever Form.io keeps them. */
export function childrenOf(node: Node): Node[] {
  const lists = [node.components, node.columns, ...(Array.isArray(node.rows) ? node.rows : [])];
  return lists.flatMap((list) => (Array.isArray(list) ? list.filter(isNode) : []));
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * What the server allows, as the renderer wants it: a word for each component that is not fully open. A path that
 * is listed opens what lies below it.
 */
export function formPermission(definition: FormDefinition, permission: WirePermission): FormPermission {
  const result: Record<string, 'hidden' | 'read'> = {};
  const allows = (list: '*' | readonly string[], path: string) =>
    list === '*' || list.some((open) => open === path || path.startsWith(`${open}.`));
  const leadsTo = (list: '*' | readonly string[], path: string) =>
    list !== '*' && list.some((open) => open.startsWith(`${path}.`));
  const walk = (node: Node, path: string) => {
    const holdsData = node.input !== false && typeof node.key === 'string' && node.type !== 'button';
    const own = holdsData ? (path === '' ? String(node.key) : `${path}.${node.key}`) : path;
    if (holdsData && !allows(permission.editable, own) && !leadsTo(permission.editable, own)) {
      const seen = allows(permission.readable, own) || leadsTo(permission.readable, own);
      result[own] = seen ? 'read' : 'hidden';
      if (!seen) return;
    }
    for (const child of childrenOf(node)) walk(child, own);
  };
  for (const component of definition.components) walk(component as Node, '');
  return result;
}
