import type { ElementReader } from './element-reader.ts';

export const inclusiveGateway: ElementReader = {
  type: 'bpmn:InclusiveGateway',
  camunda: [],
  takesMappings: false,
  read: () => ({ kind: 'inclusive-gateway', type: 'inclusiveGateway' }),
};
