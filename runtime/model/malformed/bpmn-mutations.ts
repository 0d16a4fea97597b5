import { inserting, type Mutation, replacing } from './mutation.ts';

const ID = /(<bpmn:\w+)((?: [^<>]*?)?) id="([^"]+)"/g;
const FLOW_NODE =
  /(<bpmn:(?:userTask|serviceTask|exclusiveGateway|parallelGateway|endEvent|startEvent|manualTask|task))\b/g;
const SCOPE_END = /<bpmn:process [^>]*>/g;

/** Ways to make a well-formed file that is no BPMN 2.0, or BPMN that nobody can execute. */
export const BPMN_MUTATIONS: readonly Mutation[] = [
  replacing(
    'id twice',
    ID,
    (found, random) => `${found[1]}${found[2]} id="${random.one(['x', 'x'])}" id="x"`,
  ),
  replacing(
    'id that is no name',
    ID,
    (found, random) => `${found[1]}${found[2]} id="${random.one(['1a', 'a b', '', '-a', '<', 'a/b', '#'])}"`,
  ),
  {
    name: 'id of another element',
    apply(xml, random) {
      const ids = [...xml.matchAll(/<bpmn:(?:userTask|endEvent|startEvent|serviceTask)[^<>]* id="([^"]+)"/g)];
      const [first, second] = [ids[random.below(ids.length)]?.[1], ids[random.below(ids.length)]?.[1]];
      if (first === undefined || second === undefined || first === second) return undefined;
      return xml.replace(` id="${first}"`, ` id="${second}"`);
    },
  },
  replacing('flow from nowhere', / sourceRef="[^"]*"/g, (_, random) => ` sourceRef="${random.one(NOWHERE)}"`),
  replacing('flow to nowhere', / targetRef="[^"]*"/g, (_, random) => ` targetRef="${random.one(NOWHERE)}"`),
  replacing('flow without source', / sourceRef="[^"]*"/g, () => ''),
  replacing('flow without target', / targetRef="[^"]*"/g, () => ''),
  replacing('flow back to the start', /<bpmn:startEvent id="([^"]*)"[^<>]*?>/g, (found) => {
    const loop = `<bpmn:sequenceFlow id="loop-${found[1]}" sourceRef="${found[1]}" targetRef="${found[1]}" />`;
    return loop + found[0];
  }),
  replacing('host of a boundary event is gone', / attachedToRef="[^"]*"/g, (_, random) =>
    random.one(['', ' attachedToRef="nowhere"', ' attachedToRef=""']),
  ),
  replacing('element that BPMN does not have', FLOW_NODE, (_, random) =>
    random.one(['<bpmn:wish', '<bpmn:task2', '<bpmn:UserTasks', '<bpmn:form']),
  ),
  inserting('unknown element', SCOPE_END, [
    '<bpmn:wish id="wish" />',
    '<html><body onload="x()" /></html>',
    '<bpmn:userTask2 />',
    '<script>x()</script>',
  ]),
  inserting('element that is not executed', SCOPE_END, [
    '<bpmn:transaction id="unsupported" />',
    '<bpmn:complexGateway id="unsupported" />',
    '<bpmn:adHocSubProcess id="unsupported" />',
    '<bpmn:subChoreography id="unsupported" />',
    '<bpmn:intermediateCatchEvent id="unsupported"><bpmn:conditionalEventDefinition /></bpmn:intermediateCatchEvent>',
    '<bpmn:intermediateThrowEvent id="unsupported"><bpmn:compensateEventDefinition /></bpmn:intermediateThrowEvent>',
  ]),
  inserting('element that nothing leads to', SCOPE_END, [
    '<bpmn:userTask id="alone" camunda:assignee="a" />',
    '<bpmn:exclusiveGateway id="alone" />',
    '<bpmn:serviceTask id="alone" camunda:type="external" camunda:topic="x" />',
  ]),
  inserting('second start', SCOPE_END, ['<bpmn:startEvent id="second" />']),
  replacing('no start', /<bpmn:process [^>]*>[\s\S]*?<bpmn:startEvent/g, (found) =>
    found[0].replace(/startEvent$/, 'endEvent'),
  ),
  inserting('reserved id', SCOPE_END, [
    '<bpmn:endEvent id="__proto__" />',
    '<bpmn:endEvent id="constructor" />',
    '<bpmn:endEvent id="prototype" />',
    '<bpmn:endEvent />',
  ]),
  replacing('expression that cannot be read', /\$\{[^}]*\}/g, (_, random) => random.one(EXPRESSIONS)),
  inserting('assignee that cannot be read', /<bpmn:userTask(?= )/g, [
    ` camunda:followUpDate="\${a b}"`,
    ` camunda:followUpDate="\${"`,
    ` camunda:followUpDate="\${''.getClass().forName('x')}"`,
  ]),
  replacing('topic is gone', / camunda:topic="[^"]*"/g, (_, random) =>
    random.one(['', ' camunda:topic=""', ` camunda:topic="\${"`]),
  ),
  replacing('service task that runs code', / camunda:type="external" camunda:topic="[^"]*"/g, (_, random) =>
    random.one([
      ' camunda:class="java.lang.Runtime"',
      ` camunda:expression="\${bean.run()}"`,
      ` camunda:delegateExpression="\${bean}"`,
      ' camunda:type="mail"',
    ]),
  ),
  inserting('listener that runs code', /<bpmn:userTask [^<>]*[^/]>/g, [
    '<bpmn:extensionElements><camunda:taskListener event="create" class="x.Y" /></bpmn:extensionElements>',
    '<bpmn:extensionElements><camunda:executionListener event="start" expression="x" /></bpmn:extensionElements>',
  ]),
  inserting('attribute that means nothing', FLOW_NODE, [
    ' camunda:wish="x"',
    ' camunda:resource="x"',
    ' camunda:jobPriorities="x"',
  ]),
  replacing('duration that is none', /(<bpmn:time(?:Duration|Date|Cycle)[^>]*>)[^<]*/g, (found, random) => {
    return `${found[1]}${random.one(['P', 'five days', '-P1D', 'PT', '2026-13-45T00:00:00Z', 'R/', '', 'P1D1'])}`;
  }),
  replacing(
    'timer without a time',
    /<bpmn:time(?:Duration|Date|Cycle)[^>]*>[^<]*<\/bpmn:time\w+>/g,
    () => '',
  ),
  replacing('default flow that leaves elsewhere', / default="[^"]*"/g, () => ' default="nowhere"'),
  { name: 'no process', apply: (xml) => xml.replaceAll(/isExecutable="true"/g, 'isExecutable="false"') },
  {
    name: 'other root',
    apply: (xml, random) =>
      xml.replaceAll('bpmn:definitions', random.one(['bpmn:process', 'bpmn:wish', 'html'])),
  },
  {
    name: 'other namespace',
    apply: (xml) => xml.replace('http://www.omg.org/spec/BPMN/20100524/MODEL', 'urn:example:else'),
  },
  {
    name: 'too deep',
    apply: (xml, random) => {
      const depth = 51 + random.below(3_000);
      const nested = '<bpmn:subProcess>'.repeat(depth) + '</bpmn:subProcess>'.repeat(depth);
      return xml.replace(/<bpmn:process [^>]*>/, (found) => found + nested);
    },
  },
  {
    name: 'too many elements',
    apply: (xml, random) => {
      const many = '<bpmn:task />'.repeat(5_001 + random.below(2_000));
      return xml.replace(/<bpmn:process [^>]*>/, (found) => found + many);
    },
  },
  {
    name: 'too many attributes',
    apply: (xml) => {
      const many = Array.from({ length: 101 }, (_, index) => ` a${index}="x"`).join('');
      return xml.replace(/<bpmn:process /, `<bpmn:process${many} `);
    },
  },
  { name: 'too long', apply: (xml) => xml.replace('</bpmn:definitions>', `${' '.repeat(1_048_577)}$&`) },
];

const NOWHERE = ['', 'nowhere', '__proto__', 'constructor', 'a b', '#1'];
const EXPRESSIONS = [
  `\${`,
  `\${}`,
  `\${a b}`,
  `\${a +}`,
  `\${(a}`,
  `\${''.getClass()}`,
  `\${a.b.constructor}`,
  `\${__proto__}`,
  `\${a ? b}`,
  `\${'open}`,
  `\${a;b}`,
  `\${x -> x}`,
];
