import type { Json } from '../../forms/definition.ts';
import { childrenOf, idOf, type ModdleElement } from '../../model/moddle-element.ts';
import { readXml } from '../../model/read-xml.ts';
import type { BundleContent } from '../bundle-content.ts';
import type { PlanElement, PlanTree } from './element.ts';
import { ElementSet } from './element-set.ts';
import { addForm, formProperties } from './form-elements.ts';
import { addManifest } from './manifest-elements.ts';
import { addEventNames, addProcess, processProperties } from './process-elements.ts';

/**
 * A plan as a tree of elements: what `diff`, `checkLocks`, `merge3` and `explain` work on. Takes drafts too: a
 * form that is missing has no components, and a flow that cannot be read keeps its text as the property `source`.
 */
export async function planTree(content: BundleContent): Promise<PlanTree> {
  const files = new Map<string, ModdleElement | undefined>();
  for (const { xml } of Object.values(content.processes))
    if (!files.has(xml)) files.set(xml, (await readXml(xml)).definitions);
  return treeOf(content, files);
}

/** The same from files of flows that have been read already, by their text. */
export function treeOf(
  { manifest, forms, processes }: BundleContent,
  files: ReadonlyMap<string, ModdleElement | undefined>,
): PlanTree {
  const set = new ElementSet();
  addManifest(manifest, set);
  const withNames = new Set<string>();
  const tree = new Map<string, PlanElement>();
  for (const element of [...set.tree.values()]) {
    if (element.kind === 'form') {
      const definition = forms[keyOf(element)];
      tree.set(
        element.id,
        definition ? merged(element, { definition: formProperties(definition) }) : element,
      );
      if (definition) addForm(element.id, definition, set);
    } else if (element.kind === 'process') {
      const key = keyOf(element);
      const xml = processes[key]?.xml ?? '';
      const definitions = files.get(xml);
      const process = definitions && childrenOf(definitions, 'rootElements').find((it) => idOf(it) === key);
      tree.set(element.id, merged(element, process ? { bpmn: processProperties(process) } : { source: xml }));
      if (process) addProcess(element.id, process, set);
      if (definitions && !withNames.has(xml)) addEventNames(element.id, definitions, set);
      withNames.add(xml);
    }
  }
  return new Map([...set.tree].map(([id, element]) => [id, tree.get(id) ?? element]));
}

function merged(element: PlanElement, more: Json): PlanElement {
  return { ...element, properties: { ...element.properties, ...more } };
}

function keyOf({ properties }: PlanElement): string {
  return String(properties.key);
}
