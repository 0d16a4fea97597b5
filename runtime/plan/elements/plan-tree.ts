import { readDecisions } from '../../decisions/read-decisions.ts';
import type { Json } from '../../forms/definition.ts';
import { childrenOf, idOf, type ModdleElement } from '../../model/moddle-element.ts';
import { readXml } from '../../model/read-xml.ts';
import type { BundleContent } from '../bundle-content.ts';
import { addDecision, decisionProperties, listedDecision } from './decision-elements.ts';
import type { PlanElement, PlanTree } from './element.ts';
import { ElementSet } from './element-set.ts';
import { addForm, formProperties } from './form-elements.ts';
import { addManifest } from './manifest-elements.ts';
import { addEventNames, addProcess, processProperties } from './process-elements.ts';

/**
 * A plan as a tree of elements: what `diff`, `checkLocks`, `merge3` and `explain` work on. Takes drafts too: a
 * form that is missing has no components, and a flow or decision that cannot be read keeps its text as the property `source`.
 */
export async function planTree(content: BundleContent): Promise<PlanTree> {
  const files = new Map<string, ModdleElement | undefined>();
  for (const { xml } of Object.values(content.processes))
    if (!files.has(xml)) files.set(xml, (await readXml(xml)).definitions);
  for (const { xml } of Object.values(content.decisions ?? {}))
    if (!files.has(xml)) files.set(xml, (await readDecisions(xml)).definitions);
  return treeOf(content, files);
}

/** The same from files of flows and decisions that have been read already, by their text. */
export function treeOf(content: BundleContent, files: Definitions): PlanTree {
  const set = new ElementSet();
  addManifest(content.manifest, set);
  const tree = new Map<string, PlanElement>();
  const withNames = new Set<string>();
  for (const element of [...set.tree.values()]) {
    const more = fill(element, content, { files, set, withNames });
    if (more) tree.set(element.id, { ...element, properties: { ...element.properties, ...more } });
  }
  return new Map([...set.tree].map(([id, element]) => [id, tree.get(id) ?? element]));
}

type Definitions = ReadonlyMap<string, ModdleElement | undefined>;

interface Filling {
  readonly files: Definitions;
  readonly set: ElementSet;
  /** texts of the files of flows whose messages and errors are in the tree */
  readonly withNames: Set<string>;
}

/** Adds what stands in an artefact, and answers what its file says of itself. */
function fill(element: PlanElement, content: BundleContent, filling: Filling): Json | undefined {
  const key = String(element.properties.key);
  if (element.kind === 'form') {
    const definition = content.forms[key];
    if (definition) addForm(element.id, definition, filling.set);
    return definition && { definition: formProperties(definition) };
  }
  if (element.kind === 'process') return fillProcess(element.id, key, content, filling);
  return element.kind === 'decision' ? fillDecision(element.id, key, content, filling) : undefined;
}

function fillProcess(
  id: string,
  key: string,
  content: BundleContent,
  { files, set, withNames }: Filling,
): Json {
  const xml = content.processes[key]?.xml ?? '';
  const definitions = files.get(xml);
  const process = definitions && childrenOf(definitions, 'rootElements').find((it) => idOf(it) === key);
  if (process) addProcess(id, process, set);
  if (definitions && !withNames.has(xml)) addEventNames(id, definitions, set);
  withNames.add(xml);
  return process ? { bpmn: processProperties(process) } : { source: xml };
}

function fillDecision(id: string, key: string, content: BundleContent, { files, set }: Filling): Json {
  const xml = content.decisions?.[key]?.xml ?? '';
  const definitions = files.get(xml);
  const decision = definitions && listedDecision(definitions, key);
  if (definitions && decision) addDecision(id, key, definitions, set);
  return decision ? { dmn: decisionProperties(decision) } : { source: xml };
}
