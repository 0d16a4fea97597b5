import { childOf, idOf, type ModdleElement, textOf, typeName } from '../moddle-element.ts';
import type { Report } from '../report.ts';
import { isVariableName } from '../variable-name.ts';
import type { TriggerReader } from './trigger-reader.ts';

/** Catches one code, or any when it refers to no error (Camunda 7: "catch all"). */
export const errorTrigger: TriggerReader = {
  on: 'error',
  camunda: ['errorCodeVariable', 'errorMessageVariable'],
  read(event, definition, report) {
    const code = codeOf(definition, 'errorRef', 'errorCode');
    const codeVariable = variableOf(event, definition, 'errorCodeVariable', report);
    const messageVariable = variableOf(event, definition, 'errorMessageVariable', report);
    return {
      on: 'error',
      ...(code !== undefined && { code }),
      ...(codeVariable !== undefined && { codeVariable }),
      ...(messageVariable !== undefined && { messageVariable }),
    };
  },
};

export const escalationTrigger: TriggerReader = {
  on: 'escalation',
  camunda: ['escalationCodeVariable'],
  read(event, definition, report) {
    const code = codeOf(definition, 'escalationRef', 'escalationCode');
    const codeVariable = variableOf(event, definition, 'escalationCodeVariable', report);
    return {
      on: 'escalation',
      ...(code !== undefined && { code }),
      ...(codeVariable !== undefined && { codeVariable }),
    };
  },
};

/** The code of the error or escalation that a throwing event refers to: it has to have one. */
export function thrownCode(
  event: ModdleElement,
  definition: ModdleElement,
  what: 'error' | 'escalation',
  report: Report,
): string | undefined {
  const code = codeOf(definition, `${what}Ref`, `${what}Code`);
  if (code !== undefined) return code;
  const elementId = idOf(event);
  const message = `The ${typeName(event)} "${elementId}" throws an ${what} without a code; refer to an ${what} that has one`;
  report.add('value-missing', { elementId }, message, { attribute: `${what}Ref` });
  return undefined;
}

function codeOf(definition: ModdleElement, reference: string, attribute: string): string | undefined {
  const referred = childOf(definition, reference);
  return referred === undefined ? undefined : textOf(referred, attribute);
}

function variableOf(
  event: ModdleElement,
  definition: ModdleElement,
  attribute: string,
  report: Report,
): string | undefined {
  const name = textOf(definition, `camunda:${attribute}`);
  if (name === undefined || isVariableName(name)) return name;
  const message = `${attribute} of "${idOf(event)}" is a name that no variable can have; use letters, digits and _`;
  report.add('value-invalid', { elementId: idOf(event) }, message, { attribute, value: name });
  return undefined;
}
