import type { QueryInterface } from 'sequelize';
import {
  addColumns,
  addIndexes,
  createTable,
  instant,
  integer,
  key,
  optionalLongText,
  optionalRef,
  optionalText,
  ref,
  text,
  withDefault,
} from './columns.ts';

/** Chinese approval practice: signers beside a task, and what people did with tasks besides completing them. */
export async function up(query: QueryInterface): Promise<void> {
  await addColumns(query, 'task', {
    /** 加签: the task that this one is signed for; null: a task of the process itself. */
    signs_for: optionalRef(),
    /** `before`, `parallel` or `after` the main task. */
    sign_position: optionalText(10),
    /** Signers that have not signed yet; a main task is only handed on when there are none. */
    signers_left: withDefault(integer(0), 0),
    /** Holders it was offered to before somebody took it or it was handed on: JSON. */
    offered: optionalLongText(),
    /** The main task is decided and waits for signers: its process variables, JSON, encrypted (class C3). */
    held: optionalLongText(),
  });
  await addIndexes(query, 'task', [{ fields: ['signs_for'] }]);
  await createTable(
    query,
    'task_event',
    {
      id: key(),
      instance_id: ref(),
      task_id: optionalRef(),
      /** As in `runtime/contracts/api/approval.ts`. */
      kind: text(30),
      element_id: text(100),
      element_name: text(200),
      actor_id: optionalText(100),
      /** Whom it concerned: user ids, JSON. */
      people: optionalLongText(),
      /** Element that the work went to, when it went somewhere else. */
      to_element: optionalText(100),
      /** Encrypted (class C3). */
      remark: optionalLongText(),
      at: instant(),
    },
    [{ fields: ['instance_id', 'at'] }, { fields: ['task_id'] }],
  );
  await createTable(
    query,
    'task_copy',
    {
      /** 抄送: who may read the instance because somebody sent a copy. */
      id: key(),
      instance_id: ref(),
      user_id: ref(),
      task_id: ref(),
      sent_by: ref(),
      sent_at: instant(),
    },
    [{ fields: ['instance_id', 'user_id'], unique: true }, { fields: ['user_id', 'sent_at'] }],
  );
}
