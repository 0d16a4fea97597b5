import type { ElementReader } from './element-reader.ts';

export const parallelGateway: ElementReader = {
  type: 'bpmn:ParallelGateway',
  camunda: [],
  takesMappings: false,
  read: () => ({ kind: 'parallel-gateway', type: 'parallelGateway' }),
};
