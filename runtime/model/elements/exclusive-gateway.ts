import type { ElementReader } from './element-reader.ts';

export const exclusiveGateway: ElementReader = {
  type: 'bpmn:ExclusiveGateway',
  camunda: [],
  takesMappings: false,
  read: () => ({ kind: 'exclusive-gateway', type: 'exclusiveGateway' }),
};
