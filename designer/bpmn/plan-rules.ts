/** What a plan asks of a process beyond BPMN, as bpmnlint rules; the server checks the same again. */

export interface PlanRuleWords {
  readonly form: string;
  readonly role: string;
  readonly action: string;
}

export interface LintNode {
  readonly $type: string;
  readonly id: string;
  get(property: string): unknown;
}

export interface LintReporter {
  report(id: string, message: string, path?: readonly string[]): void;
}

export type LintRule = () => { check(node: LintNode, reporter: LintReporter): void };

const rule =
  (type: string, message: string, holds: (node: LintNode) => boolean): LintRule =>
  () => ({
    check(node, reporter) {
      if (node.$type === type && !holds(node)) reporter.report(node.id, message);
    },
  });

const filled = (node: LintNode, property: string) => {
  const value = node.get(`camunda:${property}`);
  return typeof value === 'string' && value.trim() !== '';
};

/** One line a rule. */
export function planRules(words: PlanRuleWords): Readonly<Record<string, LintRule>> {
  return {
    'user-task-form': rule('bpmn:UserTask', words.form, (node) => filled(node, 'formKey')),
    'user-task-role': rule('bpmn:UserTask', words.role, (node) =>
      ['candidateGroups', 'assignee', 'candidateUsers'].some((property) => filled(node, property)),
    ),
    'service-task-action': rule('bpmn:ServiceTask', words.action, (node) => filled(node, 'topic')),
  };
}
