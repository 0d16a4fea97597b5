import type { FindingRule } from './finding-rules.ts';

/**
 * Why a BPMN file is not deployable. Any finding refuses the file.
 * `rule` is stable: the interface translates by rule and `params`; `message` is the English sentence that
 * names the thing, the reason and what to do.
 */
export interface Finding {
  readonly rule: FindingRule;
  readonly elementId?: string;
  /** line in the file, the first is 1 */
  readonly line?: number;
  readonly message: string;
  readonly params: Readonly<Record<string, string | number>>;
}
