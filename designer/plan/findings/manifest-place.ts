import { elementReference } from '@oneplan/runtime/plan/element-reference.ts';
import type { PlanManifest } from '@oneplan/runtime/plan/manifest.ts';
import type { SettingPage } from '../addresses.ts';
import type { ArtefactRef } from '../artefact-ref.ts';
import { entriesOf } from '../lock-of.ts';

/** A place in the manifest as people know it. */
export interface ManifestPlace {
  /** The page that shows it, if any. */
  readonly page: SettingPage | null;
  /** The form, flow or decision that it is about: where it can be mended. */
  readonly artefact: ArtefactRef | null;
  /** What it is called, from the outside in; empty where nothing has a name. */
  readonly names: readonly string[];
  /** Key of the entry on that page. */
  readonly entry?: string;
}

const pages: Readonly<Record<string, SettingPage>> = {
  indicators: 'indicators',
  rules: 'rules',
  parameters: 'parameters',
  calendar: 'calendar',
  groups: 'groups',
  views: 'views',
  sheets: 'sheets',
  modules: 'modules',
  notices: 'notices',
  archive: 'archive',
  roles: 'roles',
  legalBasis: 'basis',
  locks: 'locks',
  records: 'records',
  dimensions: 'structure',
  parts: 'structure',
};

/** Reads a JSON pointer into the manifest (`/notices/0/fields/2/components/3`). */
export function manifestPlace(manifest: PlanManifest, pointer: string): ManifestPlace {
  const [member = '', first, list, second, , third] = pointer.split('/').slice(1);
  const page = pages[member] ?? null;
  const index = Number(first);
  switch (member) {
    case 'parameters':
    case 'roles':
      return { page, artefact: null, names: named(manifest[member][index]?.name) };
    case 'rules':
    case 'groups':
    case 'views':
    case 'sheets':
    case 'modules': {
      const entry = manifest[member]?.[index];
      return { page, artefact: null, names: named(entry?.name), ...(entry && { entry: entry.key }) };
    }
    case 'calendar': {
      const entry = first === 'windows' ? manifest.calendar?.windows?.[Number(list)] : undefined;
      return { page, artefact: null, names: named(entry?.name), ...(entry && { entry: entry.key }) };
    }
    case 'indicators': {
      const entry = manifest.indicators?.[index];
      return { page, artefact: null, names: named(entry?.text), ...(entry && { entry: entry.code }) };
    }
    case 'forms':
      return { page, ...inArtefact(manifest, 'form', manifest.forms[index]?.key) };
    case 'processes':
      return { page, ...inArtefact(manifest, 'process', manifest.processes[index]?.key) };
    case 'decisions':
      return { page, ...inArtefact(manifest, 'decision', manifest.decisions?.[index]?.key) };
    case 'records': {
      const record = manifest.records[index];
      const names = namesOfRecord(manifest, record, list, Number(second));
      return { page, artefact: null, names, ...(record && { entry: record.form }) };
    }
    case 'dimensions':
    case 'parts': {
      const entry = manifest[member][index];
      return { page, artefact: null, names: named(entry?.name), ...(entry && { entry: entry.key }) };
    }
    case 'legalBasis': {
      const entry = manifest.legalBasis[index];
      return { page, artefact: null, names: named(entry?.title), ...(entry && { entry: entry.id }) };
    }
    case 'locks': {
      const element = manifest.locks[index]?.element;
      const { names } = ofReference(manifest, element);
      return { page, artefact: null, names, ...(element !== undefined && { entry: element }) };
    }
    case 'notices':
    case 'archive': {
      const entry = manifest[member][index];
      const fields = entry && fieldsOf(entry, list)?.[Number(second)];
      const inside = inArtefact(manifest, 'form', fields?.form);
      const names = [...named(entry?.heading), ...inside.names, ...named(fields?.components[Number(third)])];
      return {
        page,
        artefact: inside.artefact,
        names,
        ...(entry && !inside.artefact && { entry: entry.key }),
      };
    }
    default:
      return { page, artefact: null, names: [] };
  }
}

type Entry = PlanManifest['notices'][number] | PlanManifest['archive'][number];

function fieldsOf(entry: Entry, list: string | undefined) {
  if (list === 'fields') return entry.fields;
  return list === 'attachments' && 'attachments' in entry ? entry.attachments : undefined;
}

const named = (name: string | undefined) => (name === undefined ? [] : [name]);

function inArtefact(
  manifest: PlanManifest,
  kind: 'form' | 'process' | 'decision',
  key: string | undefined,
): Pick<ManifestPlace, 'artefact' | 'names'> {
  if (key === undefined) return { artefact: null, names: [] };
  const name = entriesOf(manifest, kind).find((entry) => entry.key === key)?.name;
  return { artefact: { kind, key }, names: [name ?? key] };
}

function namesOfRecord(
  manifest: PlanManifest,
  record: PlanManifest['records'][number] | undefined,
  member: string | undefined,
  index: number,
): readonly string[] {
  const component =
    member === 'title' ? record?.title : member === 'summary' ? record?.summary[index] : undefined;
  return [...inArtefact(manifest, 'form', record?.form).names, ...named(component)];
}

function ofReference(
  manifest: PlanManifest,
  text: string | undefined,
): Pick<ManifestPlace, 'artefact' | 'names'> {
  if (text === undefined) return { artefact: null, names: [] };
  const reference = elementReference(text);
  if (!reference) return { artefact: null, names: [text] };
  const { kind, key, element } = reference;
  const { artefact, names } = inArtefact(manifest, kind, key);
  return { artefact, names: [...names, element] };
}
