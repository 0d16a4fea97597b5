import { type ModdleElement, textOf } from '../moddle-element.ts';
import type { NodeDetails } from '../process-graph.ts';
import type { Report } from '../report.ts';
import { definitionsOf } from './event-definition.ts';

/**
 * Joins the link events of a process: any number of link throw events lead to the one link catch event that has
 * their name and stands beside them (BPMN 2.0, 10.5.1).
 */
export class LinkEvents {
  readonly #report: Report;
  readonly #catches = new Map<string, string>();
  readonly #throws = new Map<string, { readonly name: string; readonly key: string }>();

  constructor(report: Report) {
    this.#report = report;
  }

  /** Takes note of a node when it is an end of a link. */
  add(id: string, details: NodeDetails, element: ModdleElement, scope: string | undefined): void {
    const [definition] = definitionsOf(element);
    if (definition?.$type !== 'bpmn:LinkEventDefinition') return;
    const name = textOf(definition, 'name') ?? '';
    const key = JSON.stringify([name, scope]);
    if (details.kind === 'throw-event') this.#throws.set(id, { name, key });
    else if (!this.#catches.has(key)) this.#catches.set(key, id);
    else {
      const message = `"${id}" is a second catch event of the link "${name}"; keep one, or give it another name`;
      this.#report.add('link-duplicate', { elementId: id }, message, { name });
    }
  }

  /** Id of the catch event behind a link throw event; "" and a finding when there is none. */
  targetOf(id: string): string {
    const { name = '', key = '' } = this.#throws.get(id) ?? {};
    const target = this.#catches.get(key);
    if (target !== undefined) return target;
    const message = `The link "${name}" of "${id}" leads nowhere; add a link catch event of that name beside it`;
    this.#report.add('link-unmatched', { elementId: id }, message, { name });
    return '';
  }
}
