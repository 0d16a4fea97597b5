import type { ModdleElement } from '../moddle-element.ts';
import type { NodeDetails } from '../process-graph.ts';
import type { Report } from '../report.ts';

/**
 * How one kind of BPMN element becomes a node. An element type without a reader, and an attribute or
 * extension that no reader understands, is refused.
 */
export interface ElementReader {
  /** type as bpmn-moddle names it */
  readonly type: string;
  /** local names of the camunda attributes that have a meaning here */
  readonly camunda: readonly string[];
  /** camunda extension elements that have a meaning here, beside those of every element */
  readonly extensions?: readonly string[];
  /** whether camunda:inputOutput is executed on it */
  readonly takesMappings: boolean;
  /** Undefined when the element is refused; the report then says why. */
  read(element: ModdleElement, report: Report): NodeDetails | undefined;
}
