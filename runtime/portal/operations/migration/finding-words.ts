import type { TFunction } from 'i18next';
import type { MigrationFinding } from '../../../contracts/api/migrations.ts';
import type { MigratedElements } from './mapping.ts';

const rules = [
  'unknown-element',
  'kind-differs',
  'scope-differs',
  'mapped-twice',
  'unmapped',
  'flow-missing',
  'called-process-differs',
  'not-governed',
  'form-missing',
  'engine-waiting',
] as const;

/** Why something cannot be migrated and what to do, in words. */
export function findingWords(
  t: TFunction<'portal'>,
  { rule, elementId, message }: MigrationFinding,
  { from }: MigratedElements,
): string {
  const known = rules.find((one) => one === rule);
  if (known === undefined) return message;
  const name = from.find((element) => element.elementId === elementId)?.name ?? elementId;
  return t(`operations.migration.finding.${known}`, { name });
}
