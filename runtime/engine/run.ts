import type { GraphFlow, GraphNode, ProcessGraph } from '../model/process-graph.ts';
import type { Decision } from './decision.ts';
import type { Effect } from './effect.ts';
import { EngineError } from './engine-error.ts';
import type { EndReason, InstanceState, Token } from './instance-state.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/** What is left to do in a step: enter an element, or leave a subprocess (0: end the process) in which nothing is left. */
export type Work =
  | {
      readonly type: 'enter';
      readonly elementId: string;
      readonly parent?: number;
      readonly flow?: string;
      /** variables local to the activity: loop counter and element of an instance */
      readonly locals?: Readonly<Record<string, unknown>>;
      /** number of the token, where the event that now occurs has waited under one */
      readonly number?: number;
      /** a catch event that has occurred: there is nothing to wait for any more */
      readonly occurred?: boolean;
    }
  | { readonly type: 'scope-empty'; readonly token: number };

/** What the caller hands in, so that a step depends on nothing else. */
export interface StepContext {
  /** current time in milliseconds since 1970 */
  readonly now: number;
  /** elements that may be entered before the step is refused as endless; 10,000 unless given */
  readonly stepBudget?: number;
  /** graphs of the processes that call activities may call, by key and, where one is named, version; unknown: the step is refused */
  readonly calledProcess?: (key: string, version?: string) => ProcessGraph | undefined;
  /** version of a process that a call which begins now is bound to; undefined: to the bundle's own */
  readonly calledVersion?: (key: string) => string | undefined;
  /** decision tables that business rule tasks may evaluate, by key */
  readonly decision?: (key: string) => Decision | undefined;
  /** counts the days of an element whose camunda:property `calendar` is `working-days`; calendar days unless given */
  readonly calendar?: WorkingCalendar;
}

/** Reports that what a token waited for is over; the behaviour of its element knows how. */
export type EndWait = (run: Run, token: Token, reason: EndReason) => void;

const DEFAULT_STEP_BUDGET = 10_000;

/**
 * The working copy of one instance while a step runs. The state handed in is never changed: tokens are
 * replaced, variables are copied before the first write.
 *
 * Work is a stack, so that a branch runs to its wait states before the next one begins, as on Camunda 7.
 */
export class Run {
  readonly graph: ProcessGraph;
  readonly #endWait: EndWait;
  readonly context: StepContext;
  readonly now: number;
  readonly effects: Effect[] = [];
  readonly #work: Work[] = [];
  readonly #tokens: Map<number, Token>;
  /** tokens and arrivals alive in each subprocess token; undefined is the process */
  readonly #alive = new Map<number | undefined, number>();
  #variables: Record<string, unknown>;
  #variablesCopied = false;
  #nextNumber: number;
  #budget: number;
  #end: EndReason | undefined;
  #businessKey: string | undefined;
  /** whether the tokens stand in the order of their numbers */
  #ordered = true;
  #highest = 0;
  /** whether any called process runs, so that effects have to name it */
  #calls = false;

  constructor(graph: ProcessGraph, state: InstanceState, context: StepContext, endWait: EndWait) {
    this.graph = graph;
    this.#endWait = endWait;
    this.now = context.now;
    this.context = context;
    this.#budget = context.stepBudget ?? DEFAULT_STEP_BUDGET;
    this.#tokens = new Map();
    this.#variables = state.v;
    this.#nextNumber = state.n;
    this.#businessKey = state.b;
    for (const token of state.t) {
      this.rest(token);
      if (token.h === undefined) this.addAlive(token.p, 1);
    }
  }

  get variables(): Readonly<Record<string, unknown>> {
    return this.#variables;
  }

  setVariable(name: string, value: unknown): void {
    if (!this.#variablesCopied) this.#variables = { ...this.#variables };
    this.#variablesCopied = true;
    this.#variables[name] = value;
  }

  removeVariable(name: string): void {
    const { [name]: _, ...others } = this.#variables;
    this.#variables = others;
    this.#variablesCopied = true;
  }

  get businessKey(): string | undefined {
    return this.#businessKey;
  }

  set businessKey(key: string | undefined) {
    this.#businessKey = key;
  }

  emit(effect: Effect): void {
    const call = this.#calls ? this.#callAround(effect) : undefined;
    const named = call?.c === undefined ? effect : ({ ...effect, process: call.c.d, call: call.i } as Effect);
    this.effects.push(named);
  }

  /** The token of the call activity in whose process an effect happens. */
  #callAround(effect: Effect): Token | undefined {
    if (effect.type === 'activity-started') return this.calledAround(effect.parent);
    if ('process' in effect || !('token' in effect) || effect.type.endsWith('-ended')) return undefined;
    return this.calledAround(this.#tokens.get(effect.token)?.p);
  }

  /** The token of the call activity whose process runs directly around what is inside a token. */
  calledAround(parent: number | undefined): Token | undefined {
    let at = parent === undefined ? undefined : this.#tokens.get(parent);
    while (at !== undefined && at.c === undefined)
      at = at.p === undefined ? undefined : this.#tokens.get(at.p);
    return at;
  }

  number(): number {
    const number = this.#nextNumber;
    this.#nextNumber += 1;
    return number;
  }

  /** The graph that an element directly inside a token belongs to: of the nearest process called around it. */
  graphIn(parent: number | undefined): ProcessGraph {
    const at = this.#calls ? this.calledAround(parent) : undefined;
    if (at?.c === undefined) return this.graph;
    const called = this.context.calledProcess?.(at.c.d, at.c.v);
    if (called !== undefined) return called;
    const message = `The process "${at.c.d}", which "${at.e}" calls, is not there; publish it in the same bundle`;
    throw new EngineError('UNKNOWN_ELEMENT', message, at.e);
  }

  /** An element by its id, directly inside a token (undefined: the process): ids may repeat between processes. */
  nodeIn(parent: number | undefined, elementId: string): GraphNode {
    const { id, nodes } = this.graphIn(parent);
    const node = Object.hasOwn(nodes, elementId) ? nodes[elementId] : undefined;
    if (node !== undefined) return node;
    const message = `The process "${id}" has no element "${elementId}"; the state belongs to another version`;
    throw new EngineError('UNKNOWN_ELEMENT', message, elementId);
  }

  nodeOf(token: Token): GraphNode {
    return this.nodeIn(token.p, token.e);
  }

  flowIn(parent: number | undefined, id: string): GraphFlow {
    const { id: process, flows } = this.graphIn(parent);
    const flow = Object.hasOwn(flows, id) ? flows[id] : undefined;
    if (flow !== undefined) return flow;
    throw new EngineError('UNKNOWN_ELEMENT', `The process "${process}" has no sequence flow "${id}"`, id);
  }

  /** Tokens at rest, oldest first. */
  tokens(): Token[] {
    const tokens = [...this.#tokens.values()];
    return this.#ordered ? tokens : tokens.sort((a, b) => a.i - b.i);
  }

  token(number: number): Token | undefined {
    return this.#tokens.get(number);
  }

  /** Puts a token to rest, or replaces one that rests. */
  rest(token: Token): void {
    if (token.i > this.#highest) this.#highest = token.i;
    else if (!this.#tokens.has(token.i)) this.#ordered = false;
    if (token.c !== undefined) this.#calls = true;
    this.#tokens.set(token.i, token);
  }

  remove(token: Token): void {
    this.#tokens.delete(token.i);
  }

  endWait(token: Token, reason: EndReason): void {
    this.#endWait(this, token, reason);
  }

  /** The latest form of a token: local variables may have been replaced since it was read. */
  latest(token: Token): Token {
    return this.#tokens.get(token.i) ?? token;
  }

  /** Tokens at rest on an element within one scope, oldest first. */
  restingAt(elementId: string, parent: number | undefined): Token[] {
    return this.tokens().filter(
      (token) => token.e === elementId && token.p === parent && token.a === undefined,
    );
  }

  /** Boundary events that wait on an activity. */
  attachedTo(host: Token): Token[] {
    return this.tokens().filter((token) => token.h === host.i);
  }

  /** Counts tokens and arrivals of a scope; the scope ends when none is left, unless something comes into it at once. */
  addAlive(parent: number | undefined, change: number): void {
    const alive = (this.#alive.get(parent) ?? 0) + change;
    this.#alive.set(parent, alive);
    if (alive > 0 || change > 0) return;
    this.#alive.delete(parent);
    this.#work.push({ type: 'scope-empty', token: parent ?? 0 });
  }

  /** Tokens and arrivals alive directly inside a token; undefined is the process. */
  alive(parent: number | undefined): number {
    return this.#alive.get(parent) ?? 0;
  }

  /** Counts one less alive inside a token without ending it: whoever asks decides how it goes on. */
  withdraw(parent: number | undefined): void {
    this.#alive.set(parent, this.alive(parent) - 1);
  }

  forgetScope(token: number | undefined): void {
    this.#alive.delete(token);
  }

  end(reason: EndReason, detail?: string): void {
    this.#end = reason;
    this.emit({ type: 'instance-ended', reason, ...(detail !== undefined && { detail }) });
  }

  /** Adds work that is done before everything added earlier; several pieces are done in the order given. */
  schedule(...work: Work[]): void {
    this.#work.push(...work.reverse());
  }

  /** Elements that are about to be entered. */
  arrivals(): Extract<Work, { type: 'enter' }>[] {
    return this.#work.filter((work) => work.type === 'enter');
  }

  /** Gives up entering elements directly inside the tokens that `inside` names. */
  dropWork(inside: (parent: number | undefined) => boolean): void {
    const kept = this.#work.filter((work) => work.type !== 'enter' || !inside(work.parent));
    this.#work.splice(0, this.#work.length, ...kept);
  }

  nextWork(): Work | undefined {
    return this.#work.pop();
  }

  spend(elementId: string): void {
    this.#budget -= 1;
    if (this.#budget >= 0) return;
    const message = `The step passes too many elements without a wait and was stopped at "${elementId}"; look for a loop without a task or timer`;
    throw new EngineError('STEP_BUDGET', message, elementId);
  }

  toState(): InstanceState {
    return {
      v: this.#variables,
      t: this.tokens(),
      n: this.#nextNumber,
      ...(this.#end !== undefined && { e: this.#end }),
      ...(this.#businessKey !== undefined && { b: this.#businessKey }),
    };
  }
}
