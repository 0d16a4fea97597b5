import type { ArtefactRef } from './artefact-ref.ts';
import type { ComparedArtefact } from './comparison/compared-artefact.ts';

/** The parts of the manifest that have a page of their own. */
export const settingPages = [
  'records',
  'structure',
  'indicators',
  'rules',
  'parameters',
  'calendar',
  'groups',
  'notices',
  'archive',
  'views',
  'sheets',
  'modules',
  'roles',
  'basis',
  'locks',
] as const;
export type SettingPage = (typeof settingPages)[number];

/** Query parameter that names the element or component to lead to. */
export const placeParameter = 'at';

/** Every address of the designer, below `/designer`. */
export const addresses = {
  layers: '/',
  beginPlan: '/new',
  layer: (layerId: string) => `/layers/${layerId}`,
  form: (layerId: string, key: string) => `/layers/${layerId}/forms/${encodeURIComponent(key)}`,
  process: (layerId: string, key: string) => `/layers/${layerId}/processes/${encodeURIComponent(key)}`,
  decision: (layerId: string, key: string) => `/layers/${layerId}/decisions/${encodeURIComponent(key)}`,
  setting: (layerId: string, page: SettingPage) => `/layers/${layerId}/settings/${page}`,
  locks: (layerId: string, element: string) =>
    `/layers/${layerId}/settings/locks?${new URLSearchParams({ [placeParameter]: element })}`,
  comparison: (layerId: string, artefact?: ComparedArtefact) =>
    `/layers/${layerId}/compare${artefact ? `/${artefact.kind}/${encodeURIComponent(artefact.key)}` : ''}`,
  upgrade: (layerId: string, artefact?: ComparedArtefact) =>
    `/layers/${layerId}/upgrade${artefact ? `/${artefact.kind}/${encodeURIComponent(artefact.key)}` : ''}`,
  filing: (layerId: string, artefact?: ComparedArtefact) =>
    `/layers/${layerId}/filing${artefact ? `/${artefact.kind}/${encodeURIComponent(artefact.key)}` : ''}`,
  explanation: (layerId: string, element?: string) =>
    `/layers/${layerId}/why${element === undefined ? '' : `?${new URLSearchParams({ [placeParameter]: element })}`}`,
  simulation: (layerId: string, process?: string) =>
    `/layers/${layerId}/simulation${process === undefined ? '' : `/${encodeURIComponent(process)}`}`,
  /** The simulation with a file of scenarios in view. */
  scenario: (layerId: string, key: string) =>
    `/layers/${layerId}/simulation?${new URLSearchParams({ [placeParameter]: key })}`,
  importFile: (layerId: string, artefact?: ComparedArtefact) =>
    `/layers/${layerId}/import${artefact ? `/${artefact.kind}/${encodeURIComponent(artefact.key)}` : ''}`,
  versions: (layerId: string) => `/layers/${layerId}/versions`,
  version: (layerId: string, bundleId: string) => `/layers/${layerId}/versions/${bundleId}`,
  versionFile: (layerId: string, bundleId: string, { kind, key }: ArtefactRef) =>
    `/layers/${layerId}/versions/${bundleId}/${kind}/${encodeURIComponent(key)}`,
} as const;

/** Where an artefact is edited; the manifest has several pages, the parameters are the one that is edited. */
export function addressOf(
  layerId: string,
  { kind, key }: ArtefactRef,
  settingPage: SettingPage = 'parameters',
) {
  if (kind === 'form') return addresses.form(layerId, key);
  if (kind === 'process') return addresses.process(layerId, key);
  if (kind === 'scenario') return addresses.scenario(layerId, key);
  if (kind === 'decision') return addresses.decision(layerId, key);
  return addresses.setting(layerId, settingPage);
}
