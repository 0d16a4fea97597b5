import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import { type ComponentNode, componentTree, walkComponents } from '@oneplan/runtime/forms/component-tree.ts';
import { type FormDefinition, isPlainObject, labelOf, numberOf } from '@oneplan/runtime/forms/definition.ts';
import type { Context } from '../../context.ts';
import { openData, type RecordData } from './record-data.ts';

interface OfTerm {
  readonly studentId: string;
  readonly formKey: string;
  readonly termSlot: number;
  /** the record itself, when it is there already */
  readonly submissionId: string | null;
}

/**
 * Holds the figures of a form to what may be recorded of a pupil in one term (`termCap`): the pupil's other records on
 * this form count, those withdrawn do not. Throws `validation-failed`. The pupil's row must be locked.
 */
export async function checkTermCaps(
  context: Context,
  definition: FormDefinition,
  data: RecordData,
  { studentId, formKey, termSlot, submissionId }: OfTerm,
): Promise<void> {
  const capped = cappedComponents(definition).filter(({ node }) => sumAt(data, node.dataPath) > 0);
  if (capped.length === 0) return;
  const { sql } = context;
  await sql.one(`SELECT id FROM student WHERE id = ? ${sql.forUpdate}`, [studentId]);
  const rows = await sql.all<{ data: string }>(
    `SELECT data FROM submission WHERE student_id = ? AND form_key = ? AND term_slot = ? AND state <> 'withdrawn' AND id <> ?`,
    [studentId, formKey, termSlot, submissionId ?? ''],
  );
  const others = rows.map((row) => openData(context, 'submission.data', row.data));
  const errors = capped.flatMap(({ node, cap }) => {
    const used = others.reduce((sum, other) => sum + sumAt(other, node.dataPath), 0);
    if (used + sumAt(data, node.dataPath) <= cap) return [];
    const label = labelOf(node.component);
    return [{ path: node.dataPath, key: node.key, label, rule: 'termCap', params: { cap, used } }];
  });
  const first = errors[0];
  if (first)
    throw new AppError('validation-failed', `"${first.label}" goes beyond what a term may hold.`, { errors });
}

function cappedComponents(definition: FormDefinition): { node: ComponentNode; cap: number }[] {
  return [...walkComponents(componentTree(definition))].flatMap((node) => {
    const cap = node.component.type === 'number' ? (numberOf(node.component, 'termCap') ?? 0) : 0;
    return cap > 0 ? [{ node, cap }] : [];
  });
}

/** The figure at a path of the data; of rows, the sum of theirs. */
function sumAt(value: unknown, path: string): number {
  if (Array.isArray(value)) return value.reduce((sum: number, row) => sum + sumAt(row, path), 0);
  if (path === '') return typeof value === 'number' ? value : 0;
  const [head = '', ...rest] = path.split('.');
  const name = head.replace('[]', '');
  return isPlainObject(value) && Object.hasOwn(value, name) ? sumAt(value[name], rest.join('.')) : 0;
}
