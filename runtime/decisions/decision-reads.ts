import { childOf, childrenOf, idOf, type ModdleElement, textOf } from '../model/moddle-element.ts';
import { feelNames } from './feel.ts';

/** An input of a table, or an expression, that reads variables. */
export interface DecisionRead {
  /** key of the decision that reads */
  readonly decision: string;
  readonly elementId: string;
  /** What people call it. */
  readonly label: string;
  readonly source: string;
  readonly names: readonly string[];
}

/** What the decisions of a file read that no decision of the file gives. Sources that are no FEEL read nothing. */
export function decisionReads(decisions: readonly ModdleElement[]): DecisionRead[] {
  const given = new Set(decisions.flatMap(resultNames));
  return decisions.flatMap((decision) =>
    sourcesOf(decision).flatMap(({ element, label, source }): DecisionRead[] => {
      const names = [...feelNames(source)].filter((name) => !given.has(name));
      return names.length === 0
        ? []
        : [{ decision: idOf(decision), elementId: idOf(element), label, source, names }];
    }),
  );
}

function resultNames(decision: ModdleElement): string[] {
  const logic = childOf(decision, 'decisionLogic');
  const variable = childOf(decision, 'variable');
  const outputs = logic?.$type === 'dmn:DecisionTable' ? childrenOf(logic, 'output') : [];
  return [...outputs, ...(variable ? [variable] : [])].flatMap((it) => textOf(it, 'name') ?? []);
}

function sourcesOf(decision: ModdleElement) {
  const logic = childOf(decision, 'decisionLogic');
  if (logic?.$type === 'dmn:LiteralExpression')
    return [
      { element: decision, label: textOf(decision, 'name') ?? '', source: textOf(logic, 'text') ?? '' },
    ];
  return (logic ? childrenOf(logic, 'input') : []).map((input) => {
    const expression = childOf(input, 'inputExpression');
    const source = (expression && textOf(expression, 'text')) ?? '';
    return { element: input, label: textOf(input, 'label') ?? source, source };
  });
}
