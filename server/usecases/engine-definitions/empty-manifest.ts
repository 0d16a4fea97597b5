import type { PlanManifest } from '@oneplan/runtime/plan/manifest.ts';

/** A deployment belongs to no plan: its manifest says nothing about its processes. */
export const emptyManifest: PlanManifest = {
  schemaVersion: 1,
  key: 'deployment',
  code: '-',
  name: '-',
  stage: 'junior-high',
  jurisdiction: { kind: 'city', code: '000000', name: '-' },
  effective: '1970-01-01',
  legalBasis: [],
  dimensions: [],
  parts: [],
  termSlots: [],
  parameters: [],
  roles: [],
  forms: [],
  processes: [],
  records: [],
  notices: [],
  archive: [],
  locks: [],
};
