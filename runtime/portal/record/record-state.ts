import type { RecordState } from '../../contracts/api/records.ts';
import type { StateName } from '../../ui/state/states.ts';

/** How each state of a record is drawn. */
export const stateNameOf: Readonly<Record<RecordState, StateName>> = {
  submitted: 'waiting',
  returned: 'returned',
  confirmed: 'confirmed',
  'in-notice': 'noticed',
  archived: 'archived',
  withdrawn: 'withdrawn',
};
