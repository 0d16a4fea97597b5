import type { Finding } from './check/finding.ts';
import { checkForm } from './check-form.ts';
import { compileAll } from './compile-node.ts';
import { type ComponentNode, componentTree } from './component-tree.ts';
import { ReferenceIndex } from './conditions/reference.ts';
import type { FormDefinition } from './definition.ts';
import type { Process } from './processing.ts';

/** A form version made ready for validation. Holds no state; make it once and keep it. */
export interface CompiledForm {
  readonly definition: FormDefinition;
  readonly tree: readonly ComponentNode[];
  readonly processes: readonly Process[];
}

/** The definition may not be used; `findings` says where and why. */
export class FormDefinitionError extends Error {
  override readonly name = 'FormDefinitionError';
  readonly findings: readonly Finding[];

  constructor(findings: readonly Finding[]) {
    super(findings.map((finding) => `${finding.path}: ${finding.message}`).join('\n'));
    this.findings = findings;
  }
}

/**
 * Compiles a form definition.
 * @throws FormDefinitionError where `checkForm` has any finding: what is not checked is not run.
 */
export function compileForm(definition: FormDefinition): CompiledForm {
  const findings = checkForm(definition);
  if (findings.length > 0) throw new FormDefinitionError(findings);
  const tree = componentTree(definition);
  return { definition, tree, processes: compileAll(tree, new ReferenceIndex(tree)) };
}
