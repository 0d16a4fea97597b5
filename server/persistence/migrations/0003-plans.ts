import type { QueryInterface } from 'sequelize';
import {
  createTable,
  instant,
  integer,
  key,
  longText,
  optionalInstant,
  optionalRef,
  part,
  ref,
  text,
} from './columns.ts';

/** Plans, their layers (drafts) and bundles (published, never changed). */
export async function up(query: QueryInterface): Promise<void> {
  await createTable(
    query,
    'plan',
    { id: key(), plan_key: text(100), name: text(200), stage: text(30), org_unit_id: ref() },
    [{ fields: ['plan_key'], unique: true }],
  );
  await createTable(
    query,
    'plan_layer',
    {
      id: key(),
      plan_id: ref(),
      org_unit_id: ref(),
      extends_bundle_id: optionalRef(),
      created_at: instant(),
    },
    [{ fields: ['plan_id', 'org_unit_id'], unique: true }, { fields: ['org_unit_id'] }],
  );
  await createTable(query, 'artefact', {
    layer_id: part(ref()),
    kind: part(text(20)),
    artefact_key: part(text(100)),
    name: text(200),
    content: longText(),
    /** Counts up with every save; the ETag. */
    revision: integer(1),
    updated_at: instant(),
    updated_by: optionalRef(),
  });
  await createTable(
    query,
    'bundle',
    {
      id: key(),
      plan_id: ref(),
      layer_id: ref(),
      version: integer(),
      stage: text(30),
      /** SHA-256 over the canonical content, lower-case hex. */
      fingerprint: text(64),
      note: text(200),
      published_at: instant(),
      published_by: ref(),
    },
    [{ fields: ['layer_id', 'version'], unique: true }, { fields: ['fingerprint'] }],
  );
  await createTable(
    query,
    'bundle_binding',
    {
      /** From `bound_at` until superseded, this bundle governs the cohort of the stage below the org unit. */
      id: key(),
      bundle_id: ref(),
      org_unit_id: ref(),
      stage: text(30),
      entry_cohort: integer(),
      bound_at: instant(),
      superseded_at: optionalInstant(),
    },
    [{ fields: ['org_unit_id', 'stage', 'entry_cohort', 'superseded_at'] }, { fields: ['bundle_id'] }],
  );
  await createTable(query, 'bundle_manifest', { bundle_id: part(ref()), content: longText() });
  await createTable(query, 'form', {
    bundle_id: part(ref()),
    form_key: part(text(100)),
    name: text(200),
    definition: longText(),
  });
  await createTable(
    query,
    'process_definition',
    {
      id: key(),
      bundle_id: ref(),
      process_key: text(100),
      version: integer(),
      name: text(200),
      xml: longText(),
      graph: longText(),
    },
    [{ fields: ['bundle_id', 'process_key'], unique: true }, { fields: ['process_key', 'version'] }],
  );
}
