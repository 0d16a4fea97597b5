import { BpmnModdle, type ReadWarning } from 'bpmn-moddle';
import camunda from 'camunda-bpmn-moddle/resources/camunda.json' with { type: 'json' };
import { type ModdleElement, owningId } from './moddle-element.ts';
import type { Report } from './report.ts';
import { scanXml } from './scan-xml.ts';

/** The element tree of a file; undefined when the file could not be read, and then the report says why. */
export interface ReadXml {
  readonly definitions: ModdleElement | undefined;
  readonly report: Report;
}

/**
 * Reads a BPMN 2.0 file with Camunda 7's extension attributes. The parser only sees what passed the
 * limits; whatever it does not understand is a finding, because it would silently drop it.
 */
export async function readXml(xml: string): Promise<ReadXml> {
  const { report, rootLine } = scanXml(xml);
  if (report.findings.length > 0) return { definitions: undefined, report };
  try {
    const moddle = new BpmnModdle({ camunda });
    const { rootElement, warnings } = await moddle.fromXML(xml.replace(/^\ufeff/, ''), 'bpmn:Definitions');
    for (const warning of warnings) addWarning(report, warning);
    return { definitions: warnings.length === 0 ? rootElement : undefined, report };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const reason = firstLine(message);
    report.add(
      'bpmn-read',
      { line: lineIn(message) ?? rootLine },
      `The file is not a BPMN 2.0 definition: ${reason}`,
      { reason },
    );
    return { definitions: undefined, report };
  }
}

function addWarning(report: Report, warning: ReadWarning): void {
  const reason = reasonOf(warning);
  const line = lineIn(warning.message);
  const elementId = warning.element === undefined ? '' : owningId(warning.element);
  report.add(
    'bpmn-read',
    {
      ...(elementId !== '' && { elementId }),
      ...(line !== undefined && { line }),
    },
    `The file is not valid BPMN 2.0: ${reason}`,
    { reason },
  );
}

/** The parser counts lines from 0 and writes them into its message. */
function lineIn(message: string): number | undefined {
  const line = /^\s*line: (\d+)/m.exec(message)?.[1];
  return line === undefined ? undefined : Number(line) + 1;
}

function reasonOf(warning: ReadWarning): string {
  const nested = /nested error: (.*)/.exec(warning.message)?.[1];
  const reason = firstLine(warning.message);
  return nested === undefined ? reason : `${reason}: ${nested}`;
}

function firstLine(message: string): string {
  return message.split('\n', 1)[0] ?? message;
}
