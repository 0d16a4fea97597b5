import type { EngineQuery } from './engine-query.ts';
import { among, equals, holds, instant, integer, like } from './filter-field.ts';
import { tenantFilters } from './shared-filters.ts';

/** What `GET /process-definition` may ask for: the processes of every published plan and of every deployment. */
export const definitionQuery: EngineQuery = {
  select: `d.id, d.bundle_id, d.process_key, d.version, d.name, d.suspended, d.tenant_id, d.version_tag, d.resource_name`,
  from: 'process_definition d JOIN bundle b ON b.id = d.bundle_id',
  key: 'd.id',
  filters: {
    processDefinitionId: equals('d.id'),
    processDefinitionIdIn: among('d.id'),
    key: equals('d.process_key'),
    keysIn: among('d.process_key'),
    keyLike: like('d.process_key'),
    name: equals('d.name'),
    nameLike: like('d.name'),
    version: integer('d.version', '='),
    latestVersion: holds(
      'NOT EXISTS (SELECT 1 FROM process_definition n WHERE n.process_key = d.process_key AND n.tenant_id = d.tenant_id AND n.version > d.version)',
    ),
    versionTag: equals('d.version_tag'),
    versionTagLike: like('d.version_tag'),
    withoutVersionTag: holds('d.version_tag IS NULL'),
    resourceName: equals('d.resource_name'),
    resourceNameLike: like('d.resource_name'),
    deploymentId: equals('d.bundle_id'),
    deployedAfter: instant('b.published_at', '>'),
    deployedAt: instant('b.published_at', '='),
    active: holds('d.suspended = 0'),
    suspended: holds('d.suspended = 1'),
    startableInTasklist: holds('1 = 1'),
    ...tenantFilters('d.tenant_id'),
  },
  orders: {
    id: 'd.id',
    key: 'd.process_key',
    name: 'd.name',
    version: 'd.version',
    deploymentId: 'd.bundle_id',
    deployTime: 'b.published_at',
    tenantId: 'd.tenant_id',
    versionTag: 'd.version_tag',
  },
};

/** What `GET /deployment` may ask for: a published version of a plan is a deployment, too. */
export const deploymentQuery: EngineQuery = {
  select: 'b.id, b.kind, b.name, b.source, b.tenant_id, b.published_at',
  from: 'bundle b',
  key: 'b.id',
  filters: {
    id: equals('b.id'),
    name: equals('b.name'),
    nameLike: like('b.name'),
    source: equals('b.source'),
    withoutSource: holds('b.source IS NULL'),
    before: instant('b.published_at', '<'),
    after: instant('b.published_at', '>'),
    ...tenantFilters('b.tenant_id'),
  },
  orders: { id: 'b.id', name: 'b.name', deploymentTime: 'b.published_at', tenantId: 'b.tenant_id' },
};
