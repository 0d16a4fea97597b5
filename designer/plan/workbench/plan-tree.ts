import type { LayerSummary } from '@oneplan/runtime/contracts/api/plans.ts';
import type { PlanManifest } from '@oneplan/runtime/plan/manifest.ts';
import { addresses, addressOf, type SettingPage, settingPages } from '../addresses.ts';
import type { ArtefactSummary } from '../artefact-ref.ts';
import { entriesOf, isLockedFor } from '../lock-of.ts';

/** Entries that every plan has, beside the pages of its manifest. */
const planPages = ['overview', 'comparison', 'explanation', 'filing', 'versions'] as const;
type PlanPage = (typeof planPages)[number];
type FixedPage = PlanPage | SettingPage;

export type TreeSectionKey = 'plan' | 'forms' | 'processes' | 'decisions' | 'settings';

export interface TreeItem {
  /** Unique in the tree. */
  readonly id: string;
  /** Name of an artefact; fixed entries are named by `word`. */
  readonly name?: string;
  readonly word?: FixedPage;
  readonly code?: string;
  readonly to: string;
  readonly changed: boolean;
  readonly readOnly: boolean;
  /** Findings about it. */
  readonly problems: number;
}

export interface TreeSection {
  readonly key: TreeSectionKey;
  readonly items: readonly TreeItem[];
}

export interface TreeSource {
  readonly layer: LayerSummary;
  readonly artefacts: readonly ArtefactSummary[];
  /** null while it is on its way or cannot be read: names and order then come from the artefacts alone. */
  readonly manifest: PlanManifest | null;
  readonly problemsOf: (artefact: ArtefactSummary) => number;
  /** Findings that a page of the manifest shows. */
  readonly problemsOn: (page: SettingPage) => number;
}

/** The left side of the workbench: forms, flows and decisions in the order of the manifest, what it does not list at the end. */
export function planTree(source: TreeSource): readonly TreeSection[] {
  const { layer } = source;
  return [
    {
      key: 'plan',
      items: [
        fixed('overview', addresses.layer(layer.id), source),
        fixed('comparison', addresses.comparison(layer.id), source),
        fixed('explanation', addresses.explanation(layer.id), source),
        ...(layer.extends === null ? [] : [fixed('filing', addresses.filing(layer.id), source)]),
        fixed('versions', addresses.versions(layer.id), source),
      ],
    },
    { key: 'forms', items: artefactItems('form', source) },
    { key: 'processes', items: artefactItems('process', source) },
    { key: 'decisions', items: artefactItems('decision', source) },
    {
      key: 'settings',
      items: settingPages.map((page) => fixed(page, addresses.setting(layer.id, page), source)),
    },
  ];
}

function fixed(word: FixedPage, to: string, source: TreeSource): TreeItem {
  const edited = word === 'parameters' ? source.artefacts.find(({ kind }) => kind === 'manifest') : undefined;
  return {
    id: word,
    word,
    to,
    changed: edited?.changed ?? false,
    readOnly: !isPlanPage(word) && !source.layer.editable,
    problems: isPlanPage(word) ? 0 : source.problemsOn(word),
  };
}

const isPlanPage = (word: FixedPage): word is PlanPage => planPages.some((page) => page === word);

function artefactItems(kind: 'form' | 'process' | 'decision', source: TreeSource): TreeItem[] {
  const { layer, artefacts, manifest } = source;
  const listed = manifest ? entriesOf(manifest, kind) : [];
  const placeOf = ({ key }: ArtefactSummary) => {
    const place = listed.findIndex((entry) => entry.key === key);
    return place === -1 ? listed.length : place;
  };
  return artefacts
    .filter((artefact) => artefact.kind === kind)
    .sort((a, b) => placeOf(a) - placeOf(b))
    .map((artefact) => ({
      id: `${kind}/${artefact.key}`,
      name: artefact.name,
      code: listed.find(({ key }) => key === artefact.key)?.code,
      to: addressOf(layer.id, artefact),
      changed: artefact.changed,
      readOnly: !layer.editable || isLockedFor(layer, manifest, artefact),
      problems: source.problemsOf(artefact),
    }));
}
