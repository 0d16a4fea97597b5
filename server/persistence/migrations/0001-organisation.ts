import type { QueryInterface } from 'sequelize';
import {
  createTable,
  date,
  flag,
  instant,
  integer,
  key,
  longText,
  optionalDate,
  optionalInteger,
  optionalRef,
  optionalText,
  part,
  ref,
  text,
} from './columns.ts';

/** Organisation tree, people and their dated relations, terms. Intervals are half-open: [valid_from, valid_to). */
export async function up(query: QueryInterface): Promise<void> {
  await createTable(
    query,
    'org_unit',
    {
      id: key(),
      parent_id: optionalRef(),
      kind: text(20),
      /** 局属, 民办, 开发区…: the supervising relation of a school or district, as the authority writes it. */
      type: optionalText(30),
      code: text(40),
      name: text(100),
      /** `/city/district/school/` of ids with a slash at both ends: one LIKE finds everything below. */
      path: text(400),
      stage: optionalText(30),
      entry_cohort: optionalInteger(),
      closed_on: optionalDate(),
    },
    [{ fields: ['code'], unique: true }, { fields: ['parent_id'] }, { fields: ['path'] }],
  );
  await createTable(
    query,
    'app_user',
    {
      id: key(),
      username: text(100),
      name: text(100),
      staff_no: optionalText(40),
      password_hash: text(200),
      locale: text(10),
      disabled: flag(),
      created_at: instant(),
    },
    [{ fields: ['username'], unique: true }, { fields: ['staff_no'] }],
  );
  await createTable(
    query,
    'membership',
    {
      id: key(),
      user_id: ref(),
      role: text(30),
      org_unit_id: ref(),
      valid_from: date(),
      valid_to: optionalDate(),
    },
    [{ fields: ['user_id'] }, { fields: ['org_unit_id', 'role'] }],
  );
  await createTable(
    query,
    'org_group',
    {
      id: key(),
      org_unit_id: ref(),
      kind: text(30),
      name: text(100),
      valid_from: date(),
      valid_to: optionalDate(),
    },
    [{ fields: ['org_unit_id', 'kind'] }],
  );
  await createTable(
    query,
    'group_member',
    {
      id: key(),
      group_id: ref(),
      user_id: ref(),
      office: optionalText(40),
      valid_from: date(),
      valid_to: optionalDate(),
    },
    [{ fields: ['group_id'] }, { fields: ['user_id'] }],
  );
  await createTable(
    query,
    'student',
    {
      id: key(),
      user_id: optionalRef(),
      name: text(100),
      /** 学籍号, class C4: AES-256-GCM. It may hold the ID-card number and may change (L becomes G). */
      student_no_encrypted: text(200),
      /** Keyed hash of the 学籍号 for look-up and idempotent import; does not reveal it. */
      student_no_hash: text(64),
      student_no_masked: text(30),
      gender: optionalText(1),
      birth_date_encrypted: optionalText(200),
      entry_cohort: integer(),
    },
    [{ fields: ['student_no_hash'], unique: true }, { fields: ['user_id'] }],
  );
  await createTable(
    query,
    'guardian_link',
    { id: key(), guardian_id: ref(), student_id: ref(), relation: text(20), verified_at: instant() },
    [{ fields: ['guardian_id', 'student_id'], unique: true }, { fields: ['student_id'] }],
  );
  await createTable(
    query,
    'enrolment',
    {
      id: key(),
      student_id: ref(),
      school_id: ref(),
      class_id: ref(),
      valid_from: date(),
      valid_to: optionalDate(),
      reason: text(40),
    },
    [
      { fields: ['student_id', 'valid_from'] },
      { fields: ['class_id', 'valid_to'] },
      { fields: ['school_id', 'valid_to'] },
    ],
  );
  await createTable(
    query,
    'freeze',
    { id: key(), student_id: ref(), valid_from: date(), valid_to: optionalDate(), reason: text(40) },
    [{ fields: ['student_id', 'valid_from'] }],
  );
  await createTable(
    query,
    'term',
    { id: key(), org_unit_id: ref(), name: text(60), starts_on: date(), ends_on: date() },
    [{ fields: ['org_unit_id', 'starts_on'], unique: true }],
  );
  await createTable(query, 'term_slot', {
    /** Which slot 1..n of a stage a cohort is in during a term. */
    term_id: part(ref()),
    stage: part(text(30)),
    entry_cohort: part(integer()),
    slot: integer(),
    name: text(30),
  });
  await createTable(query, 'setting', { name: part(text(60)), value: longText() });
}
