import type { ModdleElement } from '../moddle-element.ts';
import type { CatchTrigger } from '../process-graph.ts';
import type { Report } from '../report.ts';

/** How one kind of event definition becomes what an event waits for; undefined when the report says why not. */
export interface TriggerReader {
  readonly on: CatchTrigger['on'];
  /** local names of the camunda attributes that have a meaning on the definition */
  readonly camunda: readonly string[];
  read(event: ModdleElement, definition: ModdleElement, report: Report): CatchTrigger | undefined;
}
