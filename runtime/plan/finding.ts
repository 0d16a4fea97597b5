import type { JsonPath, Position } from './json-source.ts';
import { pointer } from './json-source.ts';
import type { PlanRule } from './plan-rules.ts';

export type FindingParams = Readonly<Record<string, string | number>>;

/**
 * Why a plan cannot be used: any finding refuses it. `rule` is stable; the interface translates by rule and
 * `params`, `message` is the English sentence. Rules of forms, flows and decisions appear as
 * `form.<rule>`, `process.<rule>` and `decision.<rule>`.
 */
export interface PlanFinding extends Partial<Position> {
  readonly rule: PlanRule | `form.${string}` | `process.${string}` | `decision.${string}`;
  readonly severity: 'error';
  readonly file: string;
  /** JSON pointer into the file, or the path of a form component. */
  readonly path?: string;
  /** BPMN or DMN element the finding is about. */
  readonly elementId?: string;
  readonly message: string;
  readonly params: FindingParams;
}

/** Collects findings; knows where things stand in the manifest. */
export class PlanReport {
  readonly findings: PlanFinding[] = [];
  #manifest: { file: string; locate: (path: JsonPath) => Position } | undefined;

  manifestIs(file: string, locate: (path: JsonPath) => Position): void {
    this.#manifest = { file, locate };
  }

  add(finding: Omit<PlanFinding, 'severity' | 'params'> & { params?: FindingParams }): void {
    this.findings.push({ severity: 'error', params: {}, ...finding });
  }

  /** A finding about a place in the manifest. */
  atManifest(path: JsonPath, rule: PlanRule, message: string, params: FindingParams = {}): void {
    if (!this.#manifest) throw new Error('The manifest has not been read yet.');
    const { file, locate } = this.#manifest;
    this.add({ rule, file, path: pointer(path), ...locate(path), message, params });
  }
}
