import { isPlainObject } from '@oneplan/runtime/forms/definition.ts';
import type { PlanElement, PlanTree } from '@oneplan/runtime/plan/elements/element.ts';
import { type MessageLanguage, sayValue } from '@oneplan/runtime/plan/locks/say-value.ts';
import { elementName } from './element-name.ts';
import { lockWord, typeWord } from './type-words.ts';

/**
 * The value of a property as an officer reads it: references by the name of what they lead to, `${parameter}` by the
 * name of the parameter, lock classes, types and durations in words.
 */
export function sayProperty(
  element: PlanElement,
  property: string,
  value: unknown,
  tree: PlanTree,
  language: MessageLanguage,
): string {
  const inWorkingDays = element.properties.calendar === 'working-days';
  const say = (it: unknown) => sayValue(it, language, inWorkingDays);
  const name = (id: string) => {
    const found = tree.get(id);
    return found && elementName(found, tree);
  };
  if (Array.isArray(value) && value.length > 0)
    return value
      .map((it) =>
        isPlainObject(it) ? sayObject(it, say) : sayProperty(element, property, it, tree, language),
      )
      .join(language === 'zh-CN' ? '、' : ', ');
  if (isPlainObject(value)) return sayObject(value, say);
  if (typeof value !== 'string' || value === '') return say(value);
  const [, variable] = /^\$\{\s*(\w+)\s*\}$/.exec(value) ?? [];
  if (variable !== undefined) return name(`parameter:${variable}`) ?? say(value);
  const reference = referenceOf(element, property, value)
    .map(name)
    .find((it) => it !== undefined);
  return (
    reference ?? typeWord(property, value, language) ?? lockWord(property, value, language) ?? say(value)
  );
}

/** Ids of what a value can lead to. */
function referenceOf({ id, properties }: PlanElement, property: string, value: string): readonly string[] {
  const [owner = ''] = id.split(/[/#]/, 1);
  const process = owner.replace(/^(?:step|state|variable):/, 'process:');
  switch (property) {
    case 'sourceRef':
    case 'targetRef':
    case 'attachedToRef':
    case 'default':
    case 'element':
    case 'open':
    case 'close':
      return [`${process}/${value}`, `process:${String(properties.process)}/${value}`, value];
    case 'candidateGroups':
    case 'createdBy':
    case 'evaluator.role':
      return [`role:${value}`];
    case 'formKey':
    case 'form':
    case 'form.key':
      return [`form:${value}`];
    case 'period':
    case 'timeLimit':
    case 'source.parameter':
      return [`parameter:${value}`];
    case 'process':
    case 'calledElement':
      return [`process:${value}`];
    case 'part':
    case 'dimension':
      return [`${property}:${value}`];
    case 'basis.document':
    case 'lock.basis.document':
      return [`document:${value}`];
    case 'components':
    case 'summary':
    case 'title':
      return [`form:${String(properties.form)}/${value}`];
    case 'form.readable':
    case 'form.editable': {
      const form = isPlainObject(properties.form) ? properties.form.key : undefined;
      return [`form:${String(form)}/${value}`];
    }
    case 'conditional.when':
      return [`${owner}/${value}`];
    case 'mapsTo':
      return [`${id.slice(0, id.lastIndexOf('#'))}#${value}`];
    default:
      return [];
  }
}

function sayObject(value: Readonly<Record<string, unknown>>, say: (value: unknown) => string): string {
  const name = value.name ?? value.label ?? value.title;
  if (typeof name === 'string' && name !== '') return name;
  return say(value);
}
