import type { QueryInterface } from 'sequelize';
import {
  addColumns,
  createTable,
  instant,
  key,
  longText,
  optionalDate,
  optionalInstant,
  optionalLongText,
  optionalRef,
  optionalText,
  part,
  ref,
  text,
} from './columns.ts';

/** Layers are filed with the authority above, and more than one person may have one open. */
export async function up(query: QueryInterface): Promise<void> {
  await addColumns(query, 'bundle', {
    /** What the layer extended when it published this version; null at the top. */
    extends_bundle_id: optionalRef(),
  });
  await query.sequelize.query(
    `UPDATE bundle SET extends_bundle_id = (SELECT l.extends_bundle_id FROM plan_layer l WHERE l.id = bundle.layer_id)
     WHERE extends_bundle_id IS NULL`,
  );
  await addColumns(query, 'plan_layer', {
    /** The draft that was last found to be without faults. */
    checked_fingerprint: optionalText(64),
  });
  await createTable(
    query,
    'filing',
    {
      id: key(),
      layer_id: ref(),
      /** The version of the layer above that the filed draft extends. */
      extends_bundle_id: ref(),
      fingerprint: text(64),
      /** What was filed, JSON: it is what will be published. */
      content: longText(),
      /** Entry cohorts that it is to govern, JSON. */
      cohorts: text(200),
      note: text(200),
      /** `filed`, `returned`, `accepted`, `withdrawn`, `lapsed`, `published`. */
      state: text(20),
      /** Its course at the authority above. */
      instance_id: ref(),
      submitted_at: instant(),
      submitted_by: ref(),
      decided_at: optionalInstant(),
      decided_by: optionalRef(),
      reason: optionalText(2000),
      /** Comments on elements, JSON. */
      comments: optionalLongText(),
      filing_number: optionalText(60),
      effective_on: optionalDate(),
      bundle_id: optionalRef(),
    },
    [{ fields: ['layer_id', 'submitted_at'] }, { fields: ['instance_id'], unique: true }],
  );
  await createTable(query, 'layer_presence', {
    layer_id: part(ref()),
    user_id: part(ref()),
    place: optionalText(140),
    since: instant(),
    seen_at: instant(),
  });
}
