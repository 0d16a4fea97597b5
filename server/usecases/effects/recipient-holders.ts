import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import type { PlanManifest } from '@oneplan/runtime/plan/manifest.ts';
import type { Context } from '../../context.ts';
import { roleHolder, userHolder } from '../../identity/caller.ts';
import { type StudentUnits, unitOfKind } from '../../persistence/subject-units.ts';

/**
 * The holders that a recipient of a message stands for: `user:<id>`, or `role:<role of the plan>` as that role sees this
 * pupil: the pupil, the guardians, or who holds it at the pupil's class, grade, school, district or city.
 */
export async function holdersOfRecipient(
  context: Context,
  manifest: PlanManifest,
  units: StudentUnits,
  recipient: string,
): Promise<string[]> {
  if (recipient.startsWith('user:')) return [recipient];
  const role = manifest.roles.find(({ key }) => recipient === `role:${key}`);
  if (!role)
    throw new AppError(
      'engine-failed',
      `The recipient "${recipient}" is neither user:<id> nor a role of the plan.`,
      { recipient },
    );
  switch (role.scope) {
    case 'self':
      return (await pupilAccount(context, units.studentId)).map(userHolder);
    case 'child':
      return (await context.tables.guardianLinks.find({ studentId: units.studentId })).map((link) =>
        userHolder(link.guardianId),
      );
    default:
      return [roleHolder(role.key, unitOfKind(units, role.scope).id)];
  }
}

async function pupilAccount(context: Context, studentId: string): Promise<string[]> {
  const student = await context.tables.students.findOne({ id: studentId });
  return student?.userId ? [student.userId] : [];
}
