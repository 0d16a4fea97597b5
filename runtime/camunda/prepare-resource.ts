const camundaNamespace = 'http://camunda.org/schema/1.0/bpmn';

/** Attributes that an element gets on its way to the engine, unless its author has written them. */
const additions: Readonly<Record<string, readonly (readonly [name: string, value: string])[]>> = {
  // Our bundles bind what they call; the engine would take the newest version of anybody's.
  callActivity: [['calledElementBinding', 'deployment']],
  businessRuleTask: [['decisionRefBinding', 'deployment']],
  // Camunda 7.20 and later refuse definitions that do not say how long their history is kept.
  process: [['historyTimeToLive', 'P365D']],
  decision: [['historyTimeToLive', 'P365D']],
};

const startTag =
  /<((?:[\w.-]+:)?(callActivity|businessRuleTask|process|decision))(\s(?:[^>"']|"[^"]*"|'[^']*')*)?(?=\/?>)/g;

/**
 * BPMN or DMN text as it is deployed to a Camunda 7 engine: what a call activity or a business rule task calls is bound
 * to the same deployment, and a history time to live is there. Everything else stays as it was, byte for byte.
 */
export function prepareResource(xml: string): string {
  const declared = /\sxmlns:([\w.-]+)\s*=\s*["']http:\/\/camunda\.org\/schema\/1\.0\/(?:bpmn|dmn)["']/.exec(
    xml,
  );
  const prefix = declared?.[1] ?? 'camunda';
  const namespace =
    declared || !xml.includes('/DMN/') ? camundaNamespace : 'http://camunda.org/schema/1.0/dmn';
  return xml.replace(startTag, (tag: string, name: string, kind: string, attributes = '') => {
    const missing = (additions[kind] ?? []).filter(
      ([attribute]) => !new RegExp(`[\\s:]${attribute}\\s*=`).test(attributes),
    );
    if (missing.length === 0) return tag;
    const declaration = declared ? '' : ` xmlns:${prefix}="${namespace}"`;
    const added = missing.map(([attribute, value]) => ` ${prefix}:${attribute}="${value}"`).join('');
    return `<${name}${declaration}${added}${attributes}`;
  });
}
