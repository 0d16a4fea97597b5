/** What a form, process or decision begins with when it is added to a draft. */
export function emptyArtefact(kind: 'form' | 'process' | 'decision', key: string, name: string): string {
  if (kind === 'form') return emptyForm(name);
  return kind === 'process' ? emptyProcess(key, name) : emptyDecision(key, name);
}

const emptyForm = (name: string) =>
  `${JSON.stringify({ title: name, display: 'form', components: [] }, null, 2)}\n`;

/** From start to end, and nothing between; `key` is an id of BPMN. */
const emptyProcess = (key: string, name: string) => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" id="definitions-${key}" targetNamespace="https://oneplan.example/processes">
  <bpmn:process id="${key}" name="${escaped(name)}" isExecutable="true">
    <bpmn:startEvent id="start" name="开始">
      <bpmn:outgoing>to-end</bpmn:outgoing>
    </bpmn:startEvent>
    <bpmn:sequenceFlow id="to-end" sourceRef="start" targetRef="end" />
    <bpmn:endEvent id="end" name="结束">
      <bpmn:incoming>to-end</bpmn:incoming>
    </bpmn:endEvent>
  </bpmn:process>
  <bpmndi:BPMNDiagram id="diagram-${key}">
    <bpmndi:BPMNPlane id="plane-${key}" bpmnElement="${key}">
      <bpmndi:BPMNShape id="start-shape" bpmnElement="start">
        <dc:Bounds x="160" y="100" width="36" height="36" />
      </bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="end-shape" bpmnElement="end">
        <dc:Bounds x="400" y="100" width="36" height="36" />
      </bpmndi:BPMNShape>
      <bpmndi:BPMNEdge id="to-end-edge" bpmnElement="to-end">
        <di:waypoint x="196" y="118" />
        <di:waypoint x="400" y="118" />
      </bpmndi:BPMNEdge>
    </bpmndi:BPMNPlane>
  </bpmndi:BPMNDiagram>
</bpmn:definitions>
`;

/** A table with one input, one output and no rule; the first that matches counts. */
const emptyDecision = (key: string, name: string) => `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="definitions-${key}" name="${escaped(name)}" namespace="https://oneplan.example/decisions">
  <decision id="${key}" name="${escaped(name)}">
    <decisionTable id="table-${key}" hitPolicy="FIRST">
      <input id="input-1">
        <inputExpression id="input-1-expression" typeRef="string">
          <text></text>
        </inputExpression>
      </input>
      <output id="output-1" name="result" typeRef="string" />
    </decisionTable>
  </decision>
</definitions>
`;

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Control characters that XML can not hold are left out. */
function escaped(text: string): string {
  return [...text]
    .filter((char) => char >= ' ')
    .map((char) => entities[char] ?? char)
    .join('');
}
