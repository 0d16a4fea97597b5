/** bpmn-js's modeler as a plan needs it; loaded on demand. */

import { diagramColours, diagramLetters } from '@oneplan/runtime/ui/bpmn/diagram.ts';
import { fitDiagram, showReadably } from '@oneplan/runtime/ui/bpmn/fit-diagram.ts';
import Modeler, { type LintIssue } from 'bpmn-js/lib/Modeler';
import lintModule from 'bpmn-js-bpmnlint';
import CamundaBehaviors from 'camunda-bpmn-js-behaviors/lib/camunda-platform';
import camundaModdle from 'camunda-bpmn-moddle/resources/camunda.json';
import minimapModule from 'diagram-js-minimap';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/bpmn-font/css/bpmn-embedded.css';
import 'bpmn-js-bpmnlint/dist/assets/css/bpmn-js-bpmnlint.css';
import 'diagram-js-minimap/assets/diagram-js-minimap.css';
import './modeler-skin.css';
import { flowEditingModule } from './editing/flow-editing.ts';
import { type FlowStudio, openStudio } from './editing/flow-studio.ts';
import type { ElementKind } from './elements/element-kinds.ts';
import { elementMenuModule } from './elements/element-menu.ts';
import type { ElementWords } from './elements/element-words.ts';
import { flowContextPadModule } from './elements/flow-context-pad.ts';
import { flowPaletteModule } from './elements/flow-palette.ts';
import { replaceMenuModule } from './elements/replace-menu.ts';
import type { FlowEntry } from './flow/flow-entry.ts';
import { arrange, arrangementOf } from './layout/auto-layout.ts';
import { lintConfig } from './lint.ts';
import { lockGuardModule } from './locks/lock-guard.ts';
import { drawLockMarks } from './locks/lock-marks.ts';
import type { LockWords } from './locks/lock-words.ts';
import { type OffendingPath, OffendingPathPainter } from './locks/offending-path.ts';
import type { ProcessLocks } from './locks/process-locks.ts';
import type { PlanRuleWords } from './plan-rules.ts';
import { translateTo } from './translate.ts';

/** The palette lies over the left of the canvas. */
const paletteWidth = 150;
/** Least scale at which the words of a diagram can be read. */
const readable = 0.75;

export type { LintIssue } from 'bpmn-js/lib/Modeler';

export interface ModelerOptions {
  readonly canvas: HTMLElement;
  readonly xml: string;
  readonly language: string;
  readonly canvasLabel: string;
  /** What the manifest says of the flow. */
  readonly entry: FlowEntry;
  readonly elementWords: ElementWords;
  readonly ruleWords: PlanRuleWords;
  readonly locks?: ProcessLocks;
  readonly lockWords: LockWords;
  /** An edit was taken back, for these reasons; with none, another one was made that stays. */
  readonly onRefused: (sentences: readonly string[]) => void;
  /** The diagram was changed; undo and redo included. */
  readonly onChange: () => void;
  readonly onFindings: (findings: readonly LintIssue[]) => void;
}

export interface OpenModeler {
  readonly saveXML: () => Promise<string>;
  readonly studio: FlowStudio;
  /** Opens the menu of what can be put into the flow. */
  readonly create: () => void;
  readonly toggleMinimap: () => void;
  /** Draws the flow anew, as one step to take back; what it says is not touched. */
  readonly arrange: () => Promise<void>;
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
  const { locks, lockWords, elementWords } = options;
  /** Gateways and the like are named by what they decide. */
  const nameOf = ({ key }: ElementKind) =>
    ['choice', 'parallel'].includes(key) ? undefined : elementWords.name(key);
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
    moddleExtensions: { camunda: camundaModdle },
    bpmnRenderer: diagramColours,
    textRenderer: diagramLetters,
    linting: { bpmnlint: lintConfig(options.ruleWords), active: true },
    additionalModules: [
      { translate: ['value', translate] },
      CamundaBehaviors,
      lintModule,
      minimapModule,
      flowEditingModule,
      flowPaletteModule(elementWords, nameOf),
      flowContextPadModule(elementWords),
      elementMenuModule(elementWords, () => studio.services),
      replaceMenuModule,
      ...guard,
    ],
  });
  const studio = openStudio(modeler, nameOf);
  modeler.get('flowEditing').open(options.entry);
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
  events.on('linting.completed', ({ issues }) =>
    options.onFindings(
      Object.values(issues)
        .flat()
        .map((issue) => {
          const { name } = elements.get(issue.id)?.businessObject ?? {};
          return { ...issue, message: translate(issue.message), ...(name !== undefined && { name }) };
        }),
    ),
  );
  const drawMarks = () => {
    if (locks)
      drawLockMarks(modeler.get('overlays'), locks, lockWords, (id) => elements.get(id) !== undefined);
  };
  drawMarks();
  events.on('commandStack.changed', drawMarks);
  const painter = new OffendingPathPainter(canvas, elements);
  const showAnew = () => {
    if (options.canvas.clientWidth === 0) return;
    const isCut = showReadably(canvas, paletteWidth, readable);
    const minimap = modeler.get('minimap');
    if (isCut && !minimap.isOpen()) minimap.toggle();
  };
  showAnew();

  const saveXML = async () => {
    const { xml } = await modeler.saveXML({ format: true });
    if (xml === undefined) throw new Error('bpmn-js wrote no XML.');
    return xml;
  };
  return {
    saveXML,
    studio,
    create: () => modeler.get('elementMenu').openCreate(),
    toggleMinimap: () => modeler.get('minimap').toggle(),
    arrange: async () => {
      const arrangement = await arrangementOf(await saveXML());
      studio.edit({ run: () => arrange(modeler.get('modeling'), elements, arrangement) });
      showAnew();
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
    destroy: () => modeler.destroy(),
  };
}
