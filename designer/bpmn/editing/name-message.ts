import { childrenOf, idOf, type ModdleElement, textOf } from '@oneplan/runtime/model/moddle-element.ts';
import type { ModelElement } from 'bpmn-js/lib/Modeler';
import type { FlowStudio } from './flow-studio.ts';

/** Lets an event wait for the message of this name: the one that the file defines, or a new one. */
export function nameMessage(
  studio: FlowStudio,
  element: ModelElement,
  definition: ModdleElement,
  name: string,
): void {
  const { modeling } = studio.services;
  const file = fileOf(definition);
  const roots = childrenOf(file, 'rootElements');
  const known = roots.find((it) => it.$type === 'bpmn:Message' && textOf(it, 'name') === name);
  const message = known ?? studio.create('bpmn:Message', { id: freeId(roots), name });
  message.$parent = file;
  studio.edit({
    run: () => {
      if (!known) modeling.updateModdleProperties(element, file, { rootElements: [...roots, message] });
      modeling.updateModdleProperties(element, definition, { messageRef: message });
    },
  });
}

function fileOf(element: ModdleElement): ModdleElement {
  let at = element;
  while (at.$parent) at = at.$parent;
  return at;
}

function freeId(roots: readonly ModdleElement[]): string {
  const taken = new Set(roots.map(idOf));
  for (let number = 1; ; number += 1) if (!taken.has(`message-${number}`)) return `message-${number}`;
}
