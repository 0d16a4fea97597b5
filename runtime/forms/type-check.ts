import type { ComponentType, Expectation } from './component-type.ts';
import { type FormComponent, isPlainObject } from './definition.ts';

/** A value of a type that the component cannot hold. `at` leads to it inside the value: `''` or `[2]`. */
export interface WrongType {
  readonly expected: string;
  readonly at: string;
}

/** Says whether a value is of the wrong type; nothing at all is of no type and passes. */
export function compileTypeCheck(
  component: FormComponent,
  type: ComponentType,
): (value: unknown) => WrongType | undefined {
  if (type.kind === 'grid') return (value) => wrongUnless(value, Array.isArray(value), 'list');
  if (type.kind === 'container') return (value) => wrongUnless(value, isPlainObject(value), 'object');
  const expectation = type.expects?.(component);
  if (expectation === undefined) return () => undefined;
  const isSingle = !component.multiple;
  return (value) => {
    if (isSingle || !Array.isArray(value)) return wrongSingle(value, expectation, '');
    for (let i = 0; i < value.length; i += 1) {
      const wrong = wrongSingle(value[i], expectation, `[${i}]`);
      if (wrong !== undefined) return wrong;
    }
    return undefined;
  };
}

function wrongUnless(value: unknown, isRight: boolean, expected: string): WrongType | undefined {
  return isRight || value === undefined || value === null ? undefined : { expected, at: '' };
}

function wrongSingle(value: unknown, expectation: Expectation, at: string): WrongType | undefined {
  if (value === undefined || value === null || value === '' || expectation.accepts(value)) return undefined;
  return { expected: expectation.name, at };
}
