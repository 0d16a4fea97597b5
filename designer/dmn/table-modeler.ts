/** dmn-js's editor of decision tables as a plan needs it; loaded on demand. */

import { CAMUNDA_DMN } from '@oneplan/runtime/decisions/read-decisions.ts';
import { childOf, type ModdleElement } from '@oneplan/runtime/model/moddle-element.ts';
import DecisionTableEditor from 'dmn-js-decision-table/lib/Editor';
import EditingManager, { type ViewProvider } from 'dmn-js-shared/lib/base/EditingManager';
import 'dmn-js-shared/assets/css/dmn-js-shared.css';
import 'dmn-js-decision-table/assets/css/dmn-js-decision-table.css';
import 'dmn-js-decision-table/assets/css/dmn-js-decision-table-controls.css';
import './table-skin.css';
import type { LockFinding } from '@oneplan/runtime/plan/locks/lock-finding.ts';
import type { DecisionLocks } from './locks/decision-locks.ts';
import { guardDecision } from './locks/guard-decision.ts';
import { translateDecisions } from './translate.ts';

/** Types that the engine converts; the language is FEEL alone. */
const dataTypes = ['string', 'integer', 'double', 'boolean', 'date'];
const expressionLanguages = { options: [{ value: 'feel', label: 'FEEL' }], defaults: { editor: 'feel' } };

/** Tables only: a diagram of decisions is drawn elsewhere. */
class TableManager extends EditingManager {
  _getViewProviders(): readonly ViewProvider[] {
    return [{ id: 'decisionTable', constructor: DecisionTableEditor, opens: isTable }];
  }
}

const isTable = (element: ModdleElement) =>
  element.$type === 'dmn:Decision' && childOf(element, 'decisionLogic')?.$type === 'dmn:DecisionTable';

interface Modeling {
  editCell(cell: ModdleElement, text: string): void;
}

/** A cell that is drawn anew writes its text again: that is no change, and must not take away what can be redone. */
function steadyCells(modeling: Modeling): void {
  const edit = modeling.editCell.bind(modeling);
  modeling.editCell = (cell, text) => {
    if ((cell.get('text') ?? '') !== (text ?? '')) edit(cell, text);
  };
}
steadyCells.$inject = ['modeling'];
const steadyCellsModule = { __init__: [steadyCells] };

export interface TableModelerOptions {
  readonly container: HTMLElement;
  readonly xml: string;
  /** id of the decision to open */
  readonly decision: string;
  readonly language: string;
  readonly locks?: DecisionLocks;
  /** An edit was taken back, for these reasons. */
  readonly onRefused: (findings: readonly LockFinding[]) => void;
  /** The table was changed; undo and redo included. */
  readonly onChange: () => void;
}

export interface OpenTable {
  readonly saveXML: () => Promise<string>;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly canUndo: () => boolean;
  readonly canRedo: () => boolean;
  /** Tables of the file by id and name, the open one first. */
  readonly tables: () => readonly { readonly id: string; readonly name: string }[];
  readonly destroy: () => void;
}

/** Opens a decision for editing. Rejects with what is wrong when the XML cannot be read or the decision is no table. */
export async function openTable(options: TableModelerOptions): Promise<OpenTable> {
  const manager = new TableManager({
    container: options.container,
    moddleExtensions: { camunda: CAMUNDA_DMN },
    decisionTable: {
      additionalModules: [{ translate: ['value', translateDecisions(options.language)] }, steadyCellsModule],
    },
    common: {
      dataTypes,
      expressionLanguages,
    },
  });
  try {
    await manager.importXML(options.xml, { open: false });
    const views = manager.getViews();
    const view = views.find(({ id }) => id === options.decision) ?? views[0];
    if (view === undefined) throw new Error('The file holds no decision table.');
    await manager.open(view);
  } catch (reason) {
    manager.destroy();
    throw reason;
  }
  const viewer = manager.getActiveViewer();
  const commands = viewer.get('commandStack');
  viewer.get('eventBus').on('commandStack.changed', options.onChange);
  if (options.locks) guardDecision(viewer, options.locks, () => manager.getDefinitions(), options.onRefused);
  return {
    saveXML: async () => (await manager.saveXML({ format: true })).xml,
    undo: () => commands.undo(),
    redo: () => commands.redo(),
    canUndo: () => commands.canUndo(),
    canRedo: () => commands.canRedo(),
    tables: () =>
      manager.getViews().map(({ id, element }) => ({ id, name: String(element.get('name') ?? id) })),
    destroy: () => manager.destroy(),
  };
}
