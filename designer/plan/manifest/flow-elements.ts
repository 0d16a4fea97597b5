/** An element of a flow, as pages beside the diagram refer to it. */
export interface FlowElement {
  readonly process: string;
  readonly id: string;
  /** '' where it has none. */
  readonly name: string;
  /** Topic of an external task: what the platform does there. */
  readonly topic: string | undefined;
}

const model = 'http://www.omg.org/spec/BPMN/20100524/MODEL';
const camunda = 'http://camunda.org/schema/1.0/bpmn';
const left = new Set([
  'sequenceFlow',
  'process',
  'dataObject',
  'dataObjectReference',
  'textAnnotation',
  'association',
]);

/** Events, tasks, gateways and subprocesses of a BPMN file in the order of the file; none where it cannot be read. */
export function flowElements(process: string, xml: string): readonly FlowElement[] {
  const read = new DOMParser().parseFromString(xml, 'application/xml');
  const within = read.getElementsByTagNameNS(model, 'process')[0];
  if (!within) return [];
  return [...within.getElementsByTagNameNS(model, '*')].flatMap((element) => {
    const id = element.getAttribute('id');
    if (id === null || left.has(element.localName) || element.localName.endsWith('EventDefinition'))
      return [];
    return [
      {
        process,
        id,
        name: element.getAttribute('name') ?? '',
        topic: element.getAttributeNS(camunda, 'topic') ?? undefined,
      },
    ];
  });
}
