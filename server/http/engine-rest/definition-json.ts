import type { PublishedDefinition } from '../../persistence/published-bundle.ts';
import type { QueryRow } from '../../usecases/engine-queries/engine-query.ts';
import { date, flag, number, text, textOrNull } from './json-values.ts';

/** A process definition as `GET /process-definition` answers it. */
export function definitionJson(row: QueryRow, found: PublishedDefinition | null) {
  const key = text(row, 'process_key');
  return {
    id: text(row, 'id'),
    key,
    category: null,
    description: null,
    name: textOrNull(row, 'name'),
    version: number(row, 'version'),
    resource: textOrNull(row, 'resource_name') ?? `${key}.bpmn`,
    deploymentId: text(row, 'bundle_id'),
    diagram: null,
    suspended: flag(row, 'suspended'),
    tenantId: textOrNull(row, 'tenant_id'),
    versionTag: textOrNull(row, 'version_tag'),
    historyTimeToLive: daysOf(found?.process.graph.historyTimeToLive),
    startableInTasklist: true,
  };
}

/** `180` and `P180D` are days; anything else has no number of days. */
function daysOf(timeToLive: string | undefined): number | null {
  const match = /^(?:P(\d{1,6})D|(\d{1,6}))$/.exec(timeToLive ?? '');
  return match ? Number(match[1] ?? match[2]) : null;
}

export const deploymentJson = (row: QueryRow) => ({
  links: [],
  id: text(row, 'id'),
  name: textOrNull(row, 'name'),
  source: textOrNull(row, 'source'),
  deploymentTime: date(row, 'published_at'),
  tenantId: textOrNull(row, 'tenant_id'),
});
