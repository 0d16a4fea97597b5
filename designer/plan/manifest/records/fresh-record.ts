import type { PlanComponent } from '@oneplan/runtime/plan/form-components.ts';
import type { PlanRecord } from '@oneplan/runtime/plan/manifest.ts';

/** A record of a form as a pupil would begin it: everything to be filled, its first field of text its title. */
export function freshRecord(
  form: string,
  process: string,
  components: readonly Pick<PlanComponent, 'path' | 'type'>[],
): PlanRecord {
  const title = components.find(({ type }) => type === 'textfield') ?? components[0];
  return {
    form,
    process,
    createdBy: ['pupil'],
    permission: { readable: '*', editable: '*' },
    title: title?.path ?? 'title',
    summary: [],
  };
}
