import { writeConditionClauses } from '@oneplan/runtime/model/condition-clauses.ts';
import type { PlanStep } from '@oneplan/runtime/plan/manifest.ts';
import type { ModelElement } from 'bpmn-js/lib/Modeler';
import { is } from 'bpmn-js/lib/util/ModelUtil';
import { kindOf } from '../elements/element-kinds.ts';
import { leadAlong, newShape } from '../elements/flow-shapes.ts';
import { writtenExpression } from '../flow/moddle-patch.ts';
import type { FlowStudio } from './flow-studio.ts';

export interface DecisionBranch {
  readonly value: string;
  readonly label: string;
  readonly kind: NonNullable<PlanStep['outcome']>['kinds'][string];
}

/** The gateway that decides what follows a step; undefined where it simply goes on. */
export function gatewayAfter(step: ModelElement): ModelElement | undefined {
  const [only, ...others] = step.outgoing ?? [];
  const target = others.length === 0 ? only?.target : undefined;
  return target && is(target, 'bpmn:ExclusiveGateway') && (target.outgoing ?? []).length > 1
    ? target
    : undefined;
}

/**
 * Lets the flow go on by what is decided at a step: a gateway behind it, a way on for what confirms, one back to
 * `returnTo` for what returns, which is also what happens when nothing was decided. One step to take back.
 */
export function branchByDecision(
  studio: FlowStudio,
  step: ModelElement,
  variable: string,
  branches: readonly DecisionBranch[],
  returnTo: ModelElement,
  name: string,
): void {
  const { modeling, elementFactory, autoPlace } = studio.services;
  const onward = (step.outgoing ?? [])[0];
  studio.edit({
    run: () => {
      const gateway = onward?.target
        ? modeling.createShape(
            newShape(elementFactory, kindOf('choice'), name),
            middleOf(step, onward.target),
            onward,
          )
        : autoPlace.append(step, newShape(elementFactory, kindOf('choice'), name));
      const next = (gateway.outgoing ?? [])[0];
      const target = next?.target;
      if (target) leadAlong(modeling, step, target, gateway);
      const returning = branches.find(({ kind }) => kind === 'return');
      let used = false;
      for (const branch of branches) {
        if (branch === returning) continue;
        const flow =
          !used && next
            ? next
            : modeling.connect(
                gateway,
                target ?? autoPlace.append(gateway, newShape(elementFactory, kindOf('end'), branch.label)),
              );
        used = true;
        const body = writeConditionClauses({
          join: 'and',
          clauses: [{ variable, operator: '==', value: branch.value }],
        });
        modeling.updateProperties(flow, {
          name: branch.label,
          ...(body && { conditionExpression: writtenExpression(studio.create, body) }),
        });
      }
      const back = modeling.connect(gateway, returnTo);
      modeling.updateProperties(back, { name: returning?.label });
      modeling.updateProperties(gateway, { default: back.businessObject });
    },
  });
}

const middleOf = (step: ModelElement, target: ModelElement) => ({
  x: Math.round((step.x + step.width + target.x) / 2),
  y: Math.round(step.y + step.height / 2),
});
