import { callMappingsOf, handedBusinessKey } from '../call-mappings.ts';
import { checkTemplate, templateOf } from '../checked-values.ts';
import { idOf } from '../moddle-element.ts';
import { refuseBinding } from './bundle-binding.ts';
import type { ElementReader } from './element-reader.ts';

/** Runs another process of the same bundle, in a variable scope of its own. */
export const callActivity: ElementReader = {
  type: 'bpmn:CallActivity',
  camunda: ['calledElementBinding'],
  extensions: ['camunda:In', 'camunda:Out'],
  takesMappings: true,
  read(element, report) {
    const elementId = idOf(element);
    refuseBinding(element, 'calledElementBinding', 'process', report);
    const calledElement = templateOf(element, 'calledElement', report);
    if (calledElement === undefined) {
      const message = `The call activity "${elementId}" names no process; set calledElement to the id of a process`;
      report.add('value-missing', { elementId }, message, { attribute: 'calledElement' });
      return undefined;
    }
    // The Java API's way of naming the key is the only one there is; nothing else of that API can be reached.
    const businessKey = handedBusinessKey(element)?.replace(
      /execution\.(?:processBusinessKey|businessKey)/g,
      'processBusinessKey',
    );
    if (businessKey !== undefined) checkTemplate(businessKey, 'businessKey', elementId, report);
    return {
      kind: 'call-activity',
      type: 'callActivity',
      calledElement,
      ...(businessKey !== undefined && { businessKey }),
      in: callMappingsOf(element, 'camunda:In', elementId, report),
      out: callMappingsOf(element, 'camunda:Out', elementId, report),
    };
  },
};
