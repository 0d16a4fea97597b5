import { componentTypeOf } from '../../forms/component-registry.ts';
import { textOf } from '../../forms/definition.ts';
import type { PlanElement, PlanTree } from '../elements/element.ts';

/**
 * Whether a permission that was for everything still names all that the layer above has in the forms which it is for:
 * then only what is the layer's own was taken out, which is its own affair.
 */
export function namesAllOf(base: PlanTree, element: PlanElement, named: readonly unknown[]): boolean {
  const forms = formsOf(base, element);
  const names = new Set(named.map(String));
  return forms.length > 0 && forms.every((form) => pathsOf(base, form).every((path) => covers(names, path)));
}

/** The forms whose components a permission is about. */
function formsOf(base: PlanTree, { id, kind }: PlanElement): readonly string[] {
  if (kind === 'record') return [id.slice('record:'.length)];
  const process = id.slice('step:'.length, id.indexOf('/'));
  return [...base.values()]
    .filter((it) => it.kind === 'record' && it.properties.process === process)
    .map((record) => record.id.slice('record:'.length));
}

function pathsOf(base: PlanTree, form: string): readonly string[] {
  const prefix = `form:${form}/`;
  const data = [...base.values()].filter(({ id, kind, properties }) => {
    const type = componentTypeOf(textOf(properties, 'type'))?.kind;
    return kind === 'component' && id.startsWith(prefix) && type !== 'layout' && type !== 'content';
  });
  const paths = data.map(({ id }) => id.slice(prefix.length));
  return paths.filter((path) => !paths.some((other) => other.startsWith(`${path}.`)));
}

function covers(names: ReadonlySet<string>, path: string): boolean {
  const steps = path.split('.');
  return (
    names.has(steps.at(-1) ?? path) || steps.some((_, at) => names.has(steps.slice(0, at + 1).join('.')))
  );
}
