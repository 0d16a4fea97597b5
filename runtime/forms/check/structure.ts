import { FORBIDDEN_KEYS } from '../submission-intake.ts';
import type { ComponentCheck } from './check-context.ts';

export const MAX_DEPTH = 20;
const KEY = /^[A-Za-z][\w.-]*$/;

/** The type is known, the key is a name, the nesting has an end. */
export const checkStructure: ComponentCheck = ({ node, report }) => {
  const { component, key, type } = node;
  if (type === undefined) {
    const name = typeof component.type === 'string' ? component.type : '';
    report('component-type', 'type', `The component type "${name}" cannot be used in a form; remove it`, {
      type: name,
    });
  }
  if (node.depth === MAX_DEPTH + 1) {
    report('depth', '', `Components are nested deeper than ${MAX_DEPTH} levels`, { max: MAX_DEPTH });
  }
  if (key === '' && type?.type === 'tab') return;
  if (!KEY.test(key)) {
    report('key', 'key', `"${key}" is no key: begin with a letter, go on with letters, digits, _ . or -`, {
      key,
    });
  } else if (
    key.split('.').some((step) => step === '' || FORBIDDEN_KEYS.has(step) || step in Object.prototype)
  ) {
    report('key', 'key', `"${key}" cannot be a key, because the language uses this name itself`, { key });
  }
  const name = component.name;
  if (component.inputType === 'radio' && name !== undefined && name !== '') {
    if (
      typeof name !== 'string' ||
      !KEY.test(name) ||
      name.split('.').some((step) => step === '' || step in Object.prototype)
    ) {
      report('key', 'name', 'The shared name of radio-like boxes must be written like a key', {
        key: String(name),
      });
    }
  }
  const holdsComponents =
    type?.childrenIn === 'components' || type?.childrenIn === 'tabs' || type?.type === 'address';
  if (
    type !== undefined &&
    !holdsComponents &&
    Array.isArray(component.components) &&
    component.components.length > 0
  ) {
    report('children', 'components', `A component of the type "${type.type}" holds no other components`, {
      type: type.type,
    });
  }
};
