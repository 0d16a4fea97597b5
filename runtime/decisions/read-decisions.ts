import { DmnModdle } from 'dmn-moddle';
import { childrenOf, type ModdleElement, owningId, textOf } from '../model/moddle-element.ts';
import type { Report } from '../model/report.ts';
import { scanXml } from '../model/scan-xml.ts';

const NAMESPACE = 'https://www.omg.org/spec/DMN/20191111/MODEL/';

/** The camunda attributes that a decision may carry. */
export const CAMUNDA_DMN = {
  name: 'Camunda',
  prefix: 'camunda',
  uri: 'http://camunda.org/schema/1.0/dmn',
  xml: { tagAlias: 'lowerCase' },
  types: [
    {
      name: 'Decision',
      extends: ['dmn:Decision'],
      properties: [
        { name: 'historyTimeToLive', isAttr: true, type: 'String' },
        { name: 'versionTag', isAttr: true, type: 'String' },
      ],
    },
    {
      name: 'InputClause',
      extends: ['dmn:InputClause'],
      properties: [{ name: 'inputVariable', isAttr: true, type: 'String' }],
    },
  ],
};

export interface ReadDecisions {
  readonly decisions: readonly ModdleElement[];
  readonly report: Report;
  /** the root of the file; undefined when it was not read to its end */
  readonly definitions: ModdleElement | undefined;
}

/** A parser of DMN that knows the attributes of Camunda 7. */
export const dmnModdle = (): DmnModdle => new DmnModdle({ camunda: CAMUNDA_DMN });

/** Every <decision> of a DMN 1.3 file; what the parser does not understand is a finding. */
export async function readDecisions(xml: string): Promise<ReadDecisions> {
  const { report } = scanXml(xml);
  if (report.findings.length > 0) return refusedWith(report);
  if (!xml.includes(NAMESPACE)) {
    const reason = `its namespace is not that of DMN 1.3 (${NAMESPACE}); save it with a current modeler`;
    return refused(report, reason);
  }
  try {
    const { rootElement, warnings } = await dmnModdle().fromXML(
      xml.replace(/^\ufeff/, ''),
      'dmn:Definitions',
    );
    for (const { message, element } of warnings) {
      const elementId = element === undefined ? '' : owningId(element);
      const reason = message.split('\n', 1)[0] ?? message;
      const place = elementId === '' ? {} : { elementId };
      report.add('bpmn-read', place, `The file is not valid DMN 1.3: ${reason}`, { reason });
    }
    const decisions = childrenOf(rootElement, 'drgElement').filter(
      (element) => element.$type === 'dmn:Decision',
    );
    if (decisions.length === 0 && warnings.length === 0) return refused(report, 'it holds no decision');
    checkLanguage(rootElement, report);
    return { decisions, report, definitions: warnings.length === 0 ? rootElement : undefined };
  } catch (error) {
    return refused(report, (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? '');
  }
}

const refusedWith = (report: Report): ReadDecisions => ({ decisions: [], report, definitions: undefined });

function refused(report: Report, reason: string): ReadDecisions {
  report.add('bpmn-read', {}, `The file is not a DMN 1.3 definition: ${reason}`, { reason });
  return refusedWith(report);
}

/** Only FEEL is evaluated; reports any other language by name. True when it is FEEL or not written. */
export function checkLanguage(element: ModdleElement, report: Report): boolean {
  const language = textOf(element, 'expressionLanguage');
  if (language === undefined || /^feel$|\/FEEL\/?/i.test(language)) return true;
  const elementId = owningId(element);
  const message = `The expression language "${language}" at "${elementId}" is not supported; write it in FEEL`;
  const params = { name: 'expressionLanguage', type: language, advice: 'write it in FEEL' };
  report.add('unsupported-attribute', { elementId }, message, params);
  return false;
}
