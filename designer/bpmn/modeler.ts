/** bpmn-js's modeler as a plan needs it; loaded on demand. */

import { diagramColours, diagramLetters } from '@oneplan/runtime/ui/bpmn/diagram.ts';
import { fitDiagram } from '@oneplan/runtime/ui/bpmn/fit-diagram.ts';
import Modeler, { type LintIssue } from 'bpmn-js/lib/Modeler';
import lintModule from 'bpmn-js-bpmnlint';
import { CreateAppendAnythingModule } from 'bpmn-js-create-append-anything';
import {
  BpmnPropertiesPanelModule,
  BpmnPropertiesProviderModule,
  CamundaPlatformPropertiesProviderModule,
} from 'bpmn-js-properties-panel';
import CamundaBehaviors from 'camunda-bpmn-js-behaviors/lib/camunda-platform';
import camundaModdle from 'camunda-bpmn-moddle/resources/camunda.json';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/bpmn-font/css/bpmn-embedded.css';
import '@bpmn-io/properties-panel/dist/assets/properties-panel.css';
import 'bpmn-js-bpmnlint/dist/assets/css/bpmn-js-bpmnlint.css';
import './modeler-skin.css';
import { lintConfig } from './lint.ts';
import { lockGuardModule } from './locks/lock-guard.ts';
import { drawLockMarks } from './locks/lock-marks.ts';
import type { LockWords } from './locks/lock-words.ts';
import { type OffendingPath, OffendingPathPainter } from './locks/offending-path.ts';
import type { ProcessLocks } from './locks/process-locks.ts';
import type { PlanRuleWords } from './plan-rules.ts';
import { panelWordsModule, translateTitles } from './properties/panel-words.ts';
import {
  type PlanProperties,
  type PropertyWords,
  planPropertiesModule,
} from './properties/plan-properties.ts';
import { translateTo } from './translate.ts';

/** The palette lies over the left of the canvas. */
const paletteWidth = 120;

export type { LintIssue } from 'bpmn-js/lib/Modeler';

export interface ModelerOptions {
  readonly canvas: HTMLElement;
  readonly panel: HTMLElement;
  readonly xml: string;
  readonly language: string;
  readonly canvasLabel: string;
  readonly properties: () => PlanProperties;
  readonly propertyWords: PropertyWords;
  readonly ruleWords: PlanRuleWords;
  readonly locks?: ProcessLocks;
  readonly lockWords: LockWords;
  /** An edit was taken back, for these reasons; with none, another one was made that stays. */
  readonly onRefused: (sentences: readonly string[]) => void;
  /** The diagram was changed; undo and redo included. */
  readonly onChange: () => void;
  readonly onSelect: (elementIds: readonly string[]) => void;
  readonly onFindings: (findings: readonly LintIssue[]) => void;
}

export interface OpenModeler {
  readonly saveXML: () => Promise<string>;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly canUndo: () => boolean;
  readonly canRedo: () => boolean;
  readonly zoom: (steps: number) => void;
  readonly fit: () => void;
  /** Selects an element and brings it into view; false when it is not there. */
  readonly select: (elementId: string) => boolean;
  /** Draws the way that offends against what is laid down above; undefined: none. */
  readonly drawPath: (offending: OffendingPath | undefined) => void;
  readonly destroy: () => void;
}

/** Opens the process for editing. Rejects with what is wrong when the XML cannot be read. */
export async function openModeler(options: ModelerOptions): Promise<OpenModeler> {
  const translate = translateTo(options.language);
  const { locks, lockWords } = options;
  const guard = locks
    ? [
        lockGuardModule(
          locks,
          () => modeler.getDefinitions(),
          (findings) => options.onRefused(findings.map(lockWords.refusal)),
        ),
      ]
    : [];
  const modeler: Modeler = new Modeler({
    container: options.canvas,
    propertiesPanel: { parent: options.panel },
    moddleExtensions: { camunda: camundaModdle },
    bpmnRenderer: diagramColours,
    textRenderer: diagramLetters,
    linting: { bpmnlint: lintConfig(options.ruleWords), active: true },
    additionalModules: [
      { translate: ['value', translate] },
      BpmnPropertiesPanelModule,
      BpmnPropertiesProviderModule,
      CamundaPlatformPropertiesProviderModule,
      CamundaBehaviors,
      lintModule,
      CreateAppendAnythingModule,
      planPropertiesModule(options.properties, options.propertyWords),
      panelWordsModule,
      ...guard,
    ],
  });
  try {
    await modeler.importXML(options.xml);
  } catch (reason) {
    modeler.destroy();
    throw reason;
  }

  const canvas = modeler.get('canvas');
  const events = modeler.get('eventBus');
  const elements = modeler.get('elementRegistry');
  const commands = modeler.get('commandStack');
  const fitAll = () => {
    if (options.canvas.clientWidth > 0) fitDiagram(canvas, paletteWidth);
  };
  options.canvas.querySelector('svg')?.setAttribute('aria-label', options.canvasLabel);
  events.on('commandStack.changed', options.onChange);
  events.on('selection.changed', ({ newSelection }) =>
    options.onSelect(newSelection.map((element) => element.id)),
  );
  events.on('linting.completed', ({ issues }) =>
    options.onFindings(
      Object.values(issues)
        .flat()
        .map((issue) => ({ ...issue, message: translate(issue.message) })),
    ),
  );
  const drawMarks = () => {
    if (locks)
      drawLockMarks(modeler.get('overlays'), locks, lockWords, (id) => elements.get(id) !== undefined);
  };
  drawMarks();
  events.on('commandStack.changed', drawMarks);
  const painter = new OffendingPathPainter(canvas, elements);
  fitAll();
  const endTitles = translateTitles(options.panel, translate);

  return {
    saveXML: async () => {
      const { xml } = await modeler.saveXML({ format: true });
      if (xml === undefined) throw new Error('bpmn-js wrote no XML.');
      return xml;
    },
    undo: () => commands.undo(),
    redo: () => commands.redo(),
    canUndo: () => commands.canUndo(),
    canRedo: () => commands.canRedo(),
    zoom: (steps) => modeler.get('zoomScroll').stepZoom(steps),
    fit: fitAll,
    select: (elementId) => {
      const element = elements.get(elementId);
      if (!element) return false;
      canvas.scrollToElement(element, 80);
      modeler.get('selection').select(element);
      return true;
    },
    drawPath: (offending) => painter.show(offending),
    destroy: () => {
      endTitles();
      modeler.destroy();
    },
  };
}
