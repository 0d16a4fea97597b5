import { checkTemplate } from '../checked-values.ts';
import { idOf, type ModdleElement, textOf } from '../moddle-element.ts';
import type { Report } from '../report.ts';
import type { ElementReader } from './element-reader.ts';
import { resultVariableOf } from './result-variable.ts';

const ADVICE = 'write the script as an expression and set scriptFormat to juel';

/** A script in the expression language (scriptFormat juel, or none); other languages are code and are refused. */
export const scriptTask: ElementReader = {
  type: 'bpmn:ScriptTask',
  camunda: ['resultVariable'],
  takesMappings: true,
  read(element, report) {
    const elementId = idOf(element);
    const format = textOf(element, 'scriptFormat');
    if (format !== undefined && format.toLowerCase() !== 'juel') return refuse(element, format, report);
    const script = textOf(element, 'script');
    if (script === undefined) {
      const message = `The script task "${elementId}" has no script; ${ADVICE}`;
      report.add('value-missing', { elementId }, message, { attribute: 'script' });
      return undefined;
    }
    checkTemplate(script, 'script', elementId, report);
    return { kind: 'script-task', type: 'scriptTask', script, ...resultVariableOf(element, report) };
  },
};

function refuse(element: ModdleElement, format: string, report: Report): undefined {
  const elementId = idOf(element);
  const message = `The script of "${elementId}" is written in ${format}, which is not supported; ${ADVICE}`;
  const params = { name: 'scriptFormat', type: format, advice: ADVICE };
  report.add('unsupported-attribute', { elementId }, message, params);
}
