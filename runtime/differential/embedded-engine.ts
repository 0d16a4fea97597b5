import { compileDecisions } from '../decisions/compile-decisions.ts';
import type { Command, ModifyInstruction } from '../engine/command.ts';
import type { Decision } from '../engine/decision.ts';
import { EngineError } from '../engine/engine-error.ts';
import type { InstanceState } from '../engine/instance-state.ts';
import { migrate } from '../engine/migration/migrate.ts';
import { type StepContext, step } from '../engine/step.ts';
import { deployable } from '../model/deployable.ts';
import type { Finding } from '../model/finding.ts';
import type { ProcessGraph } from '../model/process-graph.ts';
import { isAt, pathsOf } from './activity-tree.ts';
import { EffectLog, type OpenWait } from './effect-log.ts';
import { embeddedSnapshot, type GraphOf, graphsAround, pathOfWait, treeOf } from './embedded-snapshot.ts';
import {
  type DefinitionFile,
  type EngineUnderTest,
  type InstanceUnderTest,
  NothingWaits,
  Refused,
} from './engine-under-test.ts';
import type { ScriptCommand, ScriptInstruction, ScriptStart } from './script-command.ts';
import type { Snapshot } from './snapshot.ts';

/** The interpreter itself with a driver that keeps everything in memory: no server, no database. */
export class EmbeddedEngine implements EngineUnderTest {
  readonly #graphs = new Map<string, ProcessGraph>();
  readonly #decisions = new Map<string, Decision>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  async deploy(files: readonly DefinitionFile[]): Promise<void> {
    for (const { name, content } of files) {
      const { findings } = name.endsWith('.dmn')
        ? await this.#keepDecisions(content)
        : await this.#keepProcesses(content);
      if (findings.length === 0) continue;
      const reasons = findings.map(({ message, line }) => `line ${line ?? '?'}: ${message}`);
      throw new Refused(`${name}: ${reasons.join('\n')}`);
    }
  }

  async #keepProcesses(xml: string): Promise<{ readonly findings: readonly Finding[] }> {
    const { graphs, findings } = await deployable(xml);
    for (const graph of graphs) this.#graphs.set(graph.id, graph);
    return { findings };
  }

  async #keepDecisions(xml: string): Promise<{ readonly findings: readonly Finding[] }> {
    const { decisions, findings } = await compileDecisions(xml);
    for (const decision of decisions) this.#decisions.set(decision.key, decision);
    return { findings };
  }

  /** Throws when no file that was deployed holds the process. */
  graph(key: string): ProcessGraph {
    const found = this.#graphs.get(key);
    if (found === undefined) throw new Error(`no process ${key} was deployed`);
    return found;
  }

  async start({ process, variables = {}, businessKey, at }: ScriptStart): Promise<InstanceUnderTest> {
    const context = (): StepContext => ({
      now: this.#now(),
      calledProcess: (key) => this.#graphs.get(key),
      decision: (key) => this.#decisions.get(key),
    });
    const instance = new EmbeddedInstance(process, (key) => this.graph(key), context);
    instance.step({
      type: 'start',
      variables,
      ...(at !== undefined && { startEventId: at }),
      ...(businessKey !== undefined && { businessKey }),
    });
    return instance;
  }
}

class EmbeddedInstance implements InstanceUnderTest {
  #process: string;
  readonly #graphOf: GraphOf;
  readonly #context: () => StepContext;
  #state: InstanceState | null = null;
  #log = new EffectLog();

  constructor(process: string, graphOf: GraphOf, context: () => StepContext) {
    this.#process = process;
    this.#graphOf = graphOf;
    this.#context = context;
  }

  async send(command: ScriptCommand): Promise<void> {
    const before = { state: this.#state, log: this.#log.copy() };
    try {
      this.#perform(command);
    } catch (error) {
      this.#state = before.state;
      this.#log = before.log;
      throw error;
    }
  }

  async snapshot(): Promise<Snapshot> {
    return embeddedSnapshot(this.#process, this.#graphOf, this.#current(), this.#log);
  }

  async dispose(): Promise<void> {
    // Nothing outlives the object.
  }

  step(command: Command): void {
    const { state, effects } = accepted(() =>
      step(this.#graphOf(this.#process), this.#state, command, this.#context()),
    );
    this.#log.add(effects);
    // As in the database: the state has to survive JSON.
    this.#state = JSON.parse(JSON.stringify(state)) as InstanceState;
  }

  #perform(command: ScriptCommand): void {
    if (command.do === 'signal') this.#signal(command.name, command.variables ?? {});
    else if (command.do === 'migrate') this.#migrate(command);
    else this.step(this.#commandOf(command));
  }

  #migrate({ to, map }: Extract<ScriptCommand, { do: 'migrate' }>): void {
    // The body of a multi-instance and its activity are one element here.
    const mappings = Object.entries(map).flatMap(([source, target]) =>
      source.endsWith('#multiInstanceBody') ? [] : { from: source, to: target },
    );
    const target = this.#graphOf(to);
    const result = migrate(
      this.#graphOf(this.#process),
      target,
      this.#current(),
      { mappings },
      this.#context(),
    );
    if ('findings' in result) throw new Refused(result.findings.map(({ message }) => message).join('\n'));
    this.#log.add(result.effects);
    for (const moved of result.moved) this.#log.move(moved.token, moved.to, target.nodes[moved.to]?.name);
    this.#state = JSON.parse(JSON.stringify(result.state)) as InstanceState;
    this.#process = to;
  }

  #commandOf(command: Exclude<ScriptCommand, { do: 'signal' | 'migrate' }>): Command {
    const variables = 'variables' in command ? (command.variables ?? {}) : {};
    switch (command.do) {
      case 'complete':
        return { type: 'complete-user-task', token: this.#wait(command.at, 'task').token, variables };
      case 'work': {
        const { token } = this.#wait(command.at, 'external-task');
        const { localVariables } = command;
        const local = localVariables === undefined ? {} : { localVariables };
        return { type: 'complete-external-task', token, variables, ...local };
      }
      case 'error': {
        const { at, code, message } = command;
        const { token } = this.#wait(at, 'task', 'external-task');
        return { type: 'throw-error', token, code, variables, ...(message !== undefined && { message }) };
      }
      case 'escalate': {
        const { token } = this.#wait(command.at, 'task');
        return { type: 'throw-escalation', token, code: command.code, variables };
      }
      case 'job': {
        const { token, kind } = this.#wait(command.at, 'timer', 'continuation');
        return { type: kind === 'timer' ? 'fire-timer' : 'run-job', token };
      }
      case 'message':
        return { type: 'deliver-message', token: this.#wait(command.at, 'message').token, variables };
      case 'set': {
        const { at, local, remove } = command;
        return {
          type: 'set-variables',
          variables,
          ...(at !== undefined && { token: this.#activity(at) }),
          ...(local !== undefined && { local }),
          ...(remove !== undefined && { remove }),
        };
      }
      case 'modify': {
        const instructions = command.instructions.map((instruction) => this.#instruction(instruction));
        return { type: 'modify', instructions };
      }
      case 'cancel':
        return { type: 'cancel', reason: 'cancelled by the script' };
    }
  }

  #signal(name: string, variables: Readonly<Record<string, unknown>>): void {
    for (const { token } of this.#log.waits('signal').filter((wait) => wait.name === name))
      if (this.#log.waits('signal').some((wait) => wait.token === token))
        this.step({ type: 'deliver-signal', token, variables });
  }

  #instruction(instruction: ScriptInstruction): ModifyInstruction {
    if ('cancel' in instruction) return { do: 'cancel', token: this.#activity(instruction.cancel) };
    if ('cancelAll' in instruction) return { do: 'cancel-all', elementId: instruction.cancelAll };
    const variables = instruction.variables;
    const more = variables === undefined ? {} : { variables };
    if ('startBefore' in instruction)
      return { do: 'start-before', elementId: instruction.startBefore, ...more };
    if ('startAfter' in instruction) return { do: 'start-after', elementId: instruction.startAfter, ...more };
    return { do: 'start-transition', flowId: instruction.startTransition, ...more };
  }

  #activity(target: string): number {
    const paths = pathsOf(treeOf(this.#process, this.#graphOf, this.#current()));
    for (const [key, path] of paths) if (key !== '' && isAt(path, target)) return Number.parseInt(key, 10);
    throw new NothingWaits(target, [...paths.values()]);
  }

  #wait(target: string, ...kinds: readonly OpenWait['kind'][]): OpenWait {
    const state = this.#current();
    const paths = pathsOf(treeOf(this.#process, this.#graphOf, state));
    const graphAround = graphsAround(this.#process, this.#graphOf, state);
    const waits = this.#log
      .waits(...kinds)
      .map((wait) => ({ wait, path: pathOfWait(wait, state, paths, graphAround) }));
    const found = waits.find(({ path }) => isAt(path, target));
    if (found === undefined)
      throw new NothingWaits(
        target,
        waits.map(({ path }) => path),
      );
    return found.wait;
  }

  #current(): InstanceState {
    if (this.#state === null) throw new Error('the instance is not started');
    return this.#state;
  }
}

function accepted<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof EngineError) throw new Refused(`${error.code}: ${error.message}`);
    throw error;
  }
}
