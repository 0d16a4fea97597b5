import type { Json } from '../../forms/definition.ts';
import { childLists, type PlanElement, type PlanTree, planElementId } from '../elements/element.ts';
import { calendarLists, type ManifestList, manifestLists } from '../elements/manifest-lists.ts';
import type { PlanManifest } from '../manifest.ts';

type Lists = ReturnType<typeof childLists>;

/** Lists that a manifest has even when they are empty, by the kind of what they stand in. */
const always: Readonly<Record<string, readonly string[]>> = {
  plan: [
    'legalBasis',
    'dimensions',
    'parts',
    'termSlots',
    'parameters',
    'roles',
    'forms',
    'processes',
    'records',
    'notices',
    'archive',
    'locks',
  ],
  process: ['variables', 'steps', 'states'],
  notice: ['fields'],
  archive: ['fields', 'attachments'],
};

/** What the trees of forms, flows and decisions hold in the manifest's entry of one. */
const foreign: ReadonlySet<string> = new Set(['definition', 'bpmn', 'dmn', 'source']);
const artefactKinds: ReadonlySet<string> = new Set(['form', 'process', 'decision']);

/** The manifest that a tree was read from, or was merged to. */
export function writeManifest(tree: PlanTree): PlanManifest {
  const lists = childLists(tree);
  const plan = tree.get(planElementId);
  if (plan === undefined) throw new RangeError('The tree holds no plan.');
  const { locks, ...written } = writeEntry(plan, manifestLists, lists);
  const calendar = tree.get('calendar');
  return {
    ...written,
    ...(calendar && { calendar: writeEntry(calendar, calendarLists, lists) }),
    locks,
  } as unknown as PlanManifest;
}

function writeEntry(element: PlanElement, inside: readonly ManifestList[], lists: Lists): Json {
  const isArtefact = artefactKinds.has(element.kind);
  const own = Object.entries(element.properties).filter(([key]) => !(isArtefact && foreign.has(key)));
  const entry: Record<string, unknown> = Object.fromEntries(own);
  for (const list of inside) {
    const members = lists.get(element.id)?.get(list.slot);
    if (members) entry[list.slot] = members.map((it) => writeEntry(it, list.lists ?? [], lists));
    else if (always[element.kind]?.includes(list.slot)) entry[list.slot] = [];
  }
  return entry;
}
