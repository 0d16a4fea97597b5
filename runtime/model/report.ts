import type { Finding } from './finding.ts';
import type { FindingRule } from './finding-rules.ts';
import { BPMN_LIMITS } from './limits.ts';

/** Where a finding is: an element id (its line is looked up), a line, or neither. */
export interface Place {
  readonly elementId?: string;
  readonly line?: number;
}

/** Collects findings, each with the line of its element, no more than the limit. */
export class Report {
  readonly #lines: ReadonlyMap<string, number>;
  readonly #findings: Finding[] = [];

  constructor(lines: ReadonlyMap<string, number>) {
    this.#lines = lines;
  }

  add(rule: FindingRule, place: Place, message: string, params: Finding['params'] = {}): void {
    if (this.#findings.length >= BPMN_LIMITS.findings) return;
    const { elementId } = place;
    const line = place.line ?? (elementId === undefined ? undefined : this.#lines.get(elementId));
    this.#findings.push({
      rule,
      ...(elementId !== undefined && { elementId }),
      ...(line !== undefined && { line }),
      message,
      params: { ...(elementId !== undefined && { element: elementId }), ...params },
    });
  }

  get findings(): readonly Finding[] {
    return this.#findings;
  }
}
