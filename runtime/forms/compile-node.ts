import type { ComponentNode } from './component-tree.ts';
import type { ComponentType } from './component-type.ts';
import type { ReferenceIndex } from './conditions/reference.ts';
import { dataKeyOf } from './definition.ts';
import { compileChildren } from './nested-data.ts';
import { type Inherited, inherited, type Process } from './processing.ts';
import { slotOf } from './slot.ts';
import { isStored, validationStage } from './validation-stage.ts';
import * as stages from './value-stages.ts';
import { compileVisibility } from './visibility.ts';
import type { Stage, Visit } from './visit.ts';

/** Compiles components and all below them. Those that have no part in the data are left out. */
export function compileAll(nodes: readonly ComponentNode[], references: ReferenceIndex): readonly Process[] {
  return nodes.flatMap((node) => {
    if (node.type === undefined || node.type.kind === 'content') return [];
    return node.type.kind === 'layout'
      ? compileLayout(node, references)
      : compileData(node, node.type, references);
  });
}

/** A layout has no value: it only hands its visibility down. */
function compileLayout(node: ComponentNode, references: ReferenceIndex): Process {
  const visibility = compileVisibility(node.component, references);
  const concealed = Boolean(node.component.hidden);
  const children = compileAll(node.children, references);
  return (frame, run, around) => {
    let state: Inherited = inherited(around.hidden, around.concealed || concealed, false);
    if (visibility !== undefined) {
      run.at = `${frame.prefix}${node.key}`;
      const outcome = visibility({ data: run.data, frame, row: frame.row, value: undefined });
      state = inherited(around.hidden || outcome.hidden, around.concealed || outcome.concealed, false);
    }
    for (const child of children) child(frame, run, state);
  };
}

/**
 * The life of a value, in Form.io's order: default, calculation, condition and logic, normal form, removal where
 * hidden, the components inside, keeping, and at last the rules.
 */
function compileData(node: ComponentNode, type: ComponentType, references: ReferenceIndex): Process {
  const { component } = node;
  const slot = slotOf(dataKeyOf(component));
  const nested = compileChildren(node, slot, () => compileAll(node.children, references));
  const life: readonly Stage[] = [
    stages.defaultStage(component, type),
    stages.calculationStage(component),
    stages.visibilityStage(component, references),
    stages.normalStage(component, type),
    stages.clearStage(component),
    stages.insideStage(nested),
    stages.keepStage(component, type),
    isStored(component) ? undefined : transientStage,
    validationStage(component),
  ].filter((stage) => stage !== undefined);
  const concealed = Boolean(component.hidden);

  return (frame, run, around) => {
    const value = slot.get(frame.row);
    const visit: Visit = {
      frame,
      run,
      around,
      slot,
      row: frame.row,
      value,
      kept: value !== undefined,
      wrong: undefined,
      hidden: around.hidden,
      concealed: around.concealed || concealed,
      required: undefined,
      inside: undefined,
    };
    for (const stage of life) stage(visit);
  };
}

const transientStage: Stage = ({ run, frame, slot }) => {
  run.transient.push({ frame, slot });
};
