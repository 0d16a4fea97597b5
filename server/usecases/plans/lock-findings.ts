import { isPlainObject } from '@oneplan/runtime/forms/definition.ts';
import type { BundleContent } from '@oneplan/runtime/plan/bundle-content.ts';
import { checkLayer, type LayerFindings } from '@oneplan/runtime/plan/locks/check-layer.ts';
import type { LockFinding } from '@oneplan/runtime/plan/locks/lock-finding.ts';
import { lockMessage } from '@oneplan/runtime/plan/locks/lock-message.ts';
import type { PlanLayer } from '@oneplan/runtime/plan/locks/plan-layer.ts';
import type { ProcessFinding } from '@oneplan/runtime/plan/locks/process-findings.ts';
import { readLayer } from '@oneplan/runtime/plan/locks/read-layer.ts';
import { milestoneMessage } from '@oneplan/runtime/plan/milestones/milestone-message.ts';
import { formPath, manifestPath, processPath } from '@oneplan/runtime/plan/plan-files.ts';
import type { WireFinding } from './plan-problem.ts';

/** Everything in which a plan breaks what the layers above lay down; empty at the top. */
export async function lockFindings(
  above: readonly PlanLayer[],
  content: BundleContent,
): Promise<WireFinding[]> {
  if (above.length === 0) return [];
  return findingsOnWire(checkLayer(above, await readLayer(content)), content, above);
}

/** The findings of the locks as they go to the caller. */
export function findingsOnWire(
  { locks, processes }: LayerFindings,
  content: BundleContent,
  above: readonly PlanLayer[],
): WireFinding[] {
  return [
    ...locks.map((finding) => lockOnWire(finding, content)),
    ...processes.map((finding) => processOnWire(finding, content, above)),
  ];
}

function lockOnWire(finding: LockFinding, content: BundleContent): WireFinding {
  const { rule, severity, element, property, by } = finding;
  const basis = by.basis && [by.basis.number, by.basis.clause].filter((part) => part !== undefined).join(' ');
  const sentence = { 'zh-CN': lockMessage(finding, 'zh-CN'), en: lockMessage(finding, 'en') };
  return {
    rule,
    severity,
    ...placeOf(element, content),
    message: sentence.en,
    sentence,
    lock: { element, property, authority: by.authority, version: by.version, basis, way: [] },
  };
}

function processOnWire(
  finding: ProcessFinding,
  content: BundleContent,
  above: readonly PlanLayer[],
): WireFinding {
  const { rule, severity, process, element, path, lock, message } = finding;
  const sentence = { 'zh-CN': milestoneMessage(finding, 'zh-CN'), en: milestoneMessage(finding, 'en') };
  return {
    rule,
    severity,
    ...placeOf(`${process}/${element}`, content),
    message,
    sentence,
    lock: {
      element: `${process}/${element}`,
      authority: lock.authority,
      version: above.find(({ authority }) => authority === lock.authority)?.version,
      basis: lock.basis,
      way: [...path],
    },
  };
}

/** The file in which the element stands, and where. */
function placeOf(
  element: string,
  { manifest }: BundleContent,
): Pick<WireFinding, 'file' | 'path' | 'elementId'> {
  const [, kind, key = '', inner] = /^([a-z-]+):([^/]+)(?:\/(.+))?$/.exec(element) ?? [];
  if (kind === 'form' || kind === 'process' || kind === 'decision') {
    const { forms, processes, decisions = [] } = manifest;
    const list: readonly { readonly key: string; readonly file: string }[] = {
      form: forms,
      process: processes,
      decision: decisions,
    }[kind];
    const file = list.find((it) => it.key === key)?.file;
    if (file !== undefined && inner !== undefined)
      return kind === 'form'
        ? { file: formPath(manifest.key, file), path: inner }
        : { file: processPath(manifest.key, file), elementId: inner };
  }
  return { file: manifestPath(manifest.key), path: pointerOf(element, manifest) };
}

const listOf: Readonly<Record<string, string>> = {
  parameter: 'parameters',
  indicator: 'indicators',
  role: 'roles',
  form: 'forms',
  process: 'processes',
  decision: 'decisions',
  record: 'records',
  notice: 'notices',
  archive: 'archive',
  part: 'parts',
  dimension: 'dimensions',
};

/** JSON pointer to the entry of the manifest, where the element is one. */
function pointerOf(element: string, manifest: BundleContent['manifest']): string | undefined {
  const [, kind = '', key = ''] = /^([a-z-]+):([^/]+)/.exec(element) ?? [];
  const list = listOf[kind];
  const entries: unknown = list === undefined ? undefined : Reflect.get(manifest, list);
  if (list === undefined || !Array.isArray(entries)) return undefined;
  const at = entries.findIndex((it) => isPlainObject(it) && (it.key ?? it.code ?? it.form) === key);
  return at < 0 ? undefined : `/${list}/${at}`;
}

/** Those of the findings after a change that were not there before it: what the change itself breaks. */
export function broughtAbout(before: readonly WireFinding[], after: readonly WireFinding[]): WireFinding[] {
  const known = new Set(before.map(identityOf));
  return after.filter((finding) => finding.severity === 'error' && !known.has(identityOf(finding)));
}

const identityOf = ({ rule, message, lock }: WireFinding) => JSON.stringify([rule, lock?.element, message]);
