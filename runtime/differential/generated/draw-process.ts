import type { Beside, Block, Repetition, StepKind } from './block.ts';

const NAMESPACES =
  'xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"';
const PEOPLE = 'camunda:candidateGroups="people"';
const WORK = 'camunda:type="external" camunda:topic="work"';

/**
 * Draws a block as a BPMN file with the process `key` and the processes that it calls. The variables `choice` (a
 * number), `again` (a boolean) and `items` (a list) decide the way. Signals are named by the key: no other process
 * hears them.
 */
export function drawProcess(key: string, root: Block): string {
  const drawing = new Drawing(key);
  drawing.process(key, root, 'none');
  return drawing.file();
}

class Drawing {
  readonly #key: string;
  readonly #processes: string[] = [];
  readonly #declarations: string[] = [];
  /** what the next throw event throws */
  #lastSignal: string | undefined;
  #count = 0;
  #xml: string[] = [];

  constructor(key: string) {
    this.#key = key;
  }

  file(): string {
    const declarations = [
      '<bpmn:error id="error" name="error" errorCode="E1" />',
      '<bpmn:escalation id="escalation" name="escalation" escalationCode="S1" />',
    ];
    return [
      '<?xml version="1.0" encoding="UTF-8"?>',
      `<bpmn:definitions ${NAMESPACES} id="d" targetNamespace="urn:oneplan:generated">`,
      ...declarations,
      ...this.#declarations,
      ...this.#processes,
      '</bpmn:definitions>',
    ].join('\n');
  }

  process(key: string, root: Block, end: 'none' | 'error' | 'escalation' | 'terminate'): void {
    const inside = this.#inside(() => this.#scope(root, end));
    this.#processes.push(`<bpmn:process id="${key}" isExecutable="true">\n${inside}\n</bpmn:process>`);
  }

  #inside(draw: () => void): string {
    const outer = this.#xml;
    this.#xml = [];
    draw();
    const inside = this.#xml.join('\n');
    this.#xml = outer;
    return inside;
  }

  #scope(root: Block, end: 'none' | 'error' | 'escalation' | 'terminate'): void {
    const start = this.#element('startEvent');
    const [first, last] = this.#block(root);
    const stop = this.#element('endEvent', '', end === 'none' ? '' : this.#definition(end));
    this.#flow(start, first);
    this.#flow(last, stop);
  }

  /** Draws a block and returns its first and its last element. */
  #block(block: Block): [string, string] {
    switch (block.type) {
      case 'step':
        return this.#step(block.kind, saved(block.save));
      case 'guarded':
        return this.#guarded(block.kind, block.beside);
      case 'repeated':
        return this.#repeated(block);
      case 'sequence':
        return this.#sequence(block.parts);
      case 'parallel':
        return this.#fork('parallelGateway', block.parts, () => undefined);
      case 'inclusive':
        return this.#fork('inclusiveGateway', block.parts, (index) => `choice >= ${index}`);
      case 'choice':
        return this.#choice(block.parts);
      case 'loop':
        return this.#loop(block.body);
      case 'first-of':
        return this.#firstOf(block.triggers);
      case 'subprocess':
        return this.#subprocess(block);
      case 'call':
        return this.#call(block);
    }
  }

  #step(kind: StepKind, attributes: string): [string, string] {
    switch (kind) {
      case 'user':
        return this.#single('userTask', `${PEOPLE} ${attributes}`);
      case 'external':
        return this.#single('serviceTask', `${WORK} ${attributes}`);
      case 'task':
        return this.#single('task', attributes);
      case 'manual':
        return this.#single('manualTask', attributes);
      case 'receive':
        return this.#single('receiveTask', `messageRef="${this.#declare('message')}" ${attributes}`);
      case 'script':
        return this.#single(
          'scriptTask',
          `scriptFormat="juel" camunda:resultVariable="sum" ${attributes}`,
          `<bpmn:script>${expression('choice + 1')}</bpmn:script>`,
        );
      case 'timer':
      case 'message':
      case 'signal':
        return this.#single('intermediateCatchEvent', attributes, this.#definition(kind));
      case 'throw-signal':
        return this.#single(
          'intermediateThrowEvent',
          attributes,
          `<bpmn:signalEventDefinition signalRef="${this.#lastSignal ?? this.#declare('signal')}" />`,
        );
      case 'throw-escalation':
        return this.#single('intermediateThrowEvent', attributes, this.#definition('escalation'));
      case 'throw-none':
        return this.#single('intermediateThrowEvent', attributes);
      case 'link': {
        const name = `link${this.#number()}`;
        const link = `<bpmn:linkEventDefinition name="${name}" />`;
        return [
          this.#element('intermediateThrowEvent', '', link),
          this.#element('intermediateCatchEvent', '', link),
        ];
      }
    }
  }

  #guarded(kind: 'user' | 'external' | 'receive', beside: readonly Beside[]): [string, string] {
    const [id] = this.#step(kind, '');
    return [id, this.#besides(id, id, beside)];
  }

  /** Boundary events of `host`; interrupting ones lead to the merge behind it, the others to a task of their own. */
  #besides(host: string, last: string, beside: readonly Beside[]): string {
    if (beside.length === 0) return last;
    const merge = this.#element('exclusiveGateway');
    this.#flow(last, merge);
    for (const { on, interrupting } of beside) {
      const event = this.#element(
        'boundaryEvent',
        `attachedToRef="${host}" cancelActivity="${interrupting}"`,
        this.#definition(on),
      );
      if (interrupting) this.#flow(event, merge);
      else {
        const task = this.#element('userTask', PEOPLE);
        this.#flow(event, task);
        this.#flow(task, this.#element('endEvent'));
      }
    }
    return merge;
  }

  #repeated(block: Extract<Block, { type: 'repeated' }>): [string, string] {
    const marker = repetitionMarker(block.how);
    const { kind, body } = block;
    if (kind === 'subprocess' && body !== undefined)
      return this.#single('subProcess', '', marker + this.#inside(() => this.#scope(body, 'none')));
    if (kind === 'external') return this.#single('serviceTask', WORK, marker);
    return this.#single('userTask', PEOPLE, marker);
  }

  #sequence(parts: readonly Block[]): [string, string] {
    const drawn = parts.map((part) => this.#block(part));
    drawn.slice(1).forEach(([first], index) => {
      this.#flow(drawn[index]?.[1] ?? '', first);
    });
    return [drawn[0]?.[0] ?? '', drawn.at(-1)?.[1] ?? ''];
  }

  #fork(
    gateway: string,
    parts: readonly Block[],
    condition: (index: number) => string | undefined,
  ): [string, string] {
    const fallback = gateway === 'inclusiveGateway' ? `f${this.#number()}` : undefined;
    const fork = this.#element(gateway, fallback === undefined ? '' : `default="${fallback}"`);
    const join = this.#element(gateway);
    parts.forEach((part, index) => {
      const [first, last] = this.#block(part);
      this.#flow(fork, first, condition(index + 1));
      this.#flow(last, join);
    });
    if (fallback !== undefined) this.#flow(fork, join, undefined, fallback);
    return [fork, join];
  }

  #choice(parts: readonly Block[]): [string, string] {
    const fallback = `f${this.#number()}`;
    const split = this.#element('exclusiveGateway', `default="${fallback}"`);
    const merge = this.#element('exclusiveGateway');
    parts.forEach((part, index) => {
      const [first, last] = this.#block(part);
      this.#flow(split, first, `choice == ${index + 1}`);
      this.#flow(last, merge);
    });
    this.#flow(split, merge, undefined, fallback);
    return [split, merge];
  }

  #loop(body: Block): [string, string] {
    const merge = this.#element('exclusiveGateway');
    const [first, last] = this.#block(body);
    const decide = this.#element('userTask', PEOPLE);
    const leave = `f${this.#number()}`;
    const split = this.#element('exclusiveGateway', `default="${leave}"`);
    const after = this.#element('task');
    this.#flow(merge, first);
    this.#flow(last, decide);
    this.#flow(decide, split);
    this.#flow(split, merge, 'again');
    this.#flow(split, after, undefined, leave);
    return [merge, after];
  }

  #firstOf(triggers: readonly Beside['on'][]): [string, string] {
    const gateway = this.#element('eventBasedGateway');
    const merge = this.#element('exclusiveGateway');
    for (const trigger of triggers) {
      const event = this.#element('intermediateCatchEvent', '', this.#definition(trigger));
      const task = this.#element('userTask', PEOPLE);
      this.#flow(gateway, event);
      this.#flow(event, task);
      this.#flow(task, merge);
    }
    return [gateway, merge];
  }

  #subprocess(block: Extract<Block, { type: 'subprocess' }>): [string, string] {
    const inside = this.#inside(() => {
      this.#scope(block.body, block.end);
      for (const { on, interrupting } of block.inside) this.#eventSubprocess(on, interrupting);
    });
    const locals = block.locals
      ? `<bpmn:extensionElements><camunda:inputOutput><camunda:inputParameter name="choice">${expression('choice + 1')}</camunda:inputParameter></camunda:inputOutput></bpmn:extensionElements>`
      : '';
    const [id] = this.#single('subProcess', saved(block.save), locals + inside);
    return [id, this.#besides(id, id, block.beside)];
  }

  #eventSubprocess(on: Beside['on'], interrupting: boolean): void {
    const trigger = this.#definition(on);
    const content = this.#inside(() => {
      const start = this.#element('startEvent', `isInterrupting="${interrupting}"`, trigger);
      const task = this.#element('userTask', PEOPLE);
      this.#flow(start, task);
      this.#flow(task, this.#element('endEvent'));
    });
    this.#element('subProcess', 'triggeredByEvent="true"', content);
  }

  #call(block: Extract<Block, { type: 'call' }>): [string, string] {
    const called = `${this.#key}-${this.#number()}`;
    this.process(called, block.body, block.end);
    const mappings = block.all
      ? '<camunda:in variables="all" /><camunda:out variables="all" />'
      : '<camunda:in source="choice" target="choice" /><camunda:in source="again" target="again" /><camunda:in source="items" target="items" /><camunda:out source="choice" target="called" />';
    const [id] = this.#single(
      'callActivity',
      `calledElement="${called}"`,
      `<bpmn:extensionElements>${mappings}</bpmn:extensionElements>`,
    );
    return [id, this.#besides(id, id, block.beside)];
  }

  #single(tag: string, attributes = '', inner = ''): [string, string] {
    const id = this.#element(tag, attributes, inner);
    return [id, id];
  }

  #element(tag: string, attributes = '', inner = ''): string {
    const id = `n${this.#number()}`;
    this.#xml.push(`<bpmn:${tag} id="${id}" ${attributes}>${inner}</bpmn:${tag}>`);
    return id;
  }

  #flow(source: string, target: string, condition?: string, id = `f${this.#number()}`): void {
    const inner =
      condition === undefined
        ? ''
        : `<bpmn:conditionExpression>${expression(condition)}</bpmn:conditionExpression>`;
    this.#xml.push(
      `<bpmn:sequenceFlow id="${id}" sourceRef="${source}" targetRef="${target}">${inner}</bpmn:sequenceFlow>`,
    );
  }

  #definition(on: Beside['on'] | 'terminate'): string {
    if (on === 'timer')
      return '<bpmn:timerEventDefinition><bpmn:timeDuration>PT1H</bpmn:timeDuration></bpmn:timerEventDefinition>';
    if (on === 'terminate') return '<bpmn:terminateEventDefinition />';
    const ref = on === 'message' || on === 'signal' ? this.#declare(on) : on;
    return `<bpmn:${on}EventDefinition ${on}Ref="${ref}" />`;
  }

  /**
   * A name of its own for each place: Camunda 7 refuses two of the same in one scope, and in which order several
   * places hear one signal is open.
   */
  #declare(kind: 'message' | 'signal'): string {
    const id = `${kind}${this.#number()}`;
    this.#declarations.push(`<bpmn:${kind} id="${id}" name="${id}-${this.#key}" />`);
    if (kind === 'signal') this.#lastSignal = id;
    return id;
  }

  #number(): number {
    this.#count += 1;
    return this.#count;
  }
}

function expression(source: string): string {
  return `\${${source.replace('>', '&gt;')}}`;
}

function saved(save: 'none' | 'before' | 'after'): string {
  if (save === 'none') return '';
  return save === 'before' ? 'camunda:asyncBefore="true"' : 'camunda:asyncAfter="true"';
}

function repetitionMarker({ sequential, over, enough }: Repetition): string {
  const collection = over === 'collection' ? 'camunda:collection="items" camunda:elementVariable="item"' : '';
  const cardinality = over === 'cardinality' ? '<bpmn:loopCardinality>3</bpmn:loopCardinality>' : '';
  const condition =
    enough === undefined
      ? ''
      : `<bpmn:completionCondition>\${nrOfCompletedInstances == ${enough}}</bpmn:completionCondition>`;
  return `<bpmn:multiInstanceLoopCharacteristics isSequential="${sequential}" ${collection}>${cardinality}${condition}</bpmn:multiInstanceLoopCharacteristics>`;
}
