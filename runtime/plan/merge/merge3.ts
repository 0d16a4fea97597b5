import type { BundleContent } from '../bundle-content.ts';
import { childLists } from '../elements/element.ts';
import { sameJson } from '../elements/json-value.ts';
import type { Choices, MergeConflict } from './merge-conflict.ts';
import { mergeDecisions } from './merge-decisions.ts';
import { mergeFlows } from './merge-flows.ts';
import { mergeTrees } from './merge-trees.ts';
import type { ReadPlan } from './read-plan.ts';
import { writeForm } from './write-form.ts';
import { writeManifest } from './write-manifest.ts';

export interface Merged {
  /** The merged plan: what a layer saves. It is checked like any other before it is published. */
  readonly content: BundleContent;
  readonly conflicts: readonly MergeConflict[];
}

/**
 * Brings a layer (`mine`), which extends `base`, up to the version that the layer above has published since
 * (`theirs`). What one side changed is taken over; what both changed differently is a conflict that holds both
 * values, and the layer's own stays unless `choices` say otherwise. Files that need no merge are taken as they are.
 */
export async function merge3(
  base: ReadPlan,
  theirs: ReadPlan,
  mine: ReadPlan,
  choices: Choices = new Map(),
): Promise<Merged> {
  const { tree, conflicts } = mergeTrees(base.tree, theirs.tree, mine.tree, choices);
  const lists = childLists(tree);
  const forms: Record<string, BundleContent['forms'][string]> = {};
  for (const element of tree.values())
    if (element.kind === 'form') forms[String(element.properties.key)] = writeForm(element, lists);
  const { $schema } = mine.content.manifest;
  const manifest = { ...($schema !== undefined && { $schema }), ...writeManifest(tree) };
  const flows = await mergeFlows({ base, theirs, mine, tree, choices });
  const tables = await mergeDecisions({ base, theirs, mine, tree, choices });
  const settled = new Set([...flows.settled, ...tables.settled]);
  return {
    content: {
      manifest,
      forms: sameFiles(forms, mine, theirs),
      processes: flows.processes,
      // Scenarios tell how the layer's own flows go: those of the layer above are not taken over.
      ...(mine.content.scenarios && { scenarios: mine.content.scenarios }),
      ...(manifest.decisions && { decisions: tables.decisions }),
    },
    conflicts: [
      ...conflicts.filter(({ element }) => !settled.has(element.split('/', 1)[0] ?? '')),
      ...flows.conflicts,
      ...tables.conflicts,
    ],
  };
}

/** A form that came out as one side has it is that side's very object. */
function sameFiles(forms: BundleContent['forms'], ...sides: readonly ReadPlan[]): BundleContent['forms'] {
  return Object.fromEntries(
    Object.entries(forms).map(([key, form]) => [
      key,
      sides.map(({ content }) => content.forms[key]).find((it) => it && sameJson(it, form)) ?? form,
    ]),
  );
}
