import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Definition, readDefinitions } from '@oneplan/runtime/differential/definitions.ts';
import { EmbeddedEngine } from '@oneplan/runtime/differential/embedded-engine.ts';
import type { EngineUnderTest, InstanceUnderTest } from '@oneplan/runtime/differential/engine-under-test.ts';
import { playAll } from '@oneplan/runtime/differential/play-all.ts';
import { playScript } from '@oneplan/runtime/differential/play-script.ts';
import { refusalOf } from '@oneplan/runtime/differential/refusal-of.ts';
import { RestEngine } from '@oneplan/runtime/differential/rest-engine.ts';
import type { ScriptCommand } from '@oneplan/runtime/differential/script-command.ts';
import type { Snapshot } from '@oneplan/runtime/differential/snapshot.ts';
import { deployable } from '@oneplan/runtime/model/deployable.ts';
import type { GraphNode } from '@oneplan/runtime/model/process-graph.ts';
import {
  type EngineRestServer,
  enginePassword,
  listenEngineRest,
} from '../http/engine-rest/engine-rest-fixture.ts';
import { deliverOutbox } from '../jobs/outbox-delivery.ts';
import { openTestContext, type TestContext } from '../testing/test-context.ts';

/** So that what happens by one command is later than what happened by the one before. */
const secondsBetween = 1;

/** Instances are migrated through the server's own API, not through its REST dialect. */
const definitions = readDefinitions()
  .map((definition) => ({
    ...definition,
    runs: definition.runs.filter(({ commands }) => !commands.some((command) => command.do === 'migrate')),
  }))
  .filter(({ runs }) => runs.length > 0);
/** What the comparison told, by definition and run. */
const told = new Map<string, readonly string[]>();
const sums = { runs: 0, commands: 0, comparisons: 0, refusals: 0 };

let context: TestContext;
let server: EngineRestServer;

/** Whoever delivers what is in the outbox: one at a time, so that nobody looks while another one is still at it. */
let delivering: Promise<unknown> = Promise.resolve();

function alone<T>(next: () => Promise<T>): Promise<T> {
  const turn = delivering.then(next);
  delivering = turn.catch(() => undefined);
  return turn;
}

/** Signals are delivered after the commit: here until nobody has anything to deliver any more. */
async function deliverAll(): Promise<void> {
  const claim = { owner: 'differential', limit: 50, lockMilliseconds: 60_000 };
  for (let left = 1; left > 0; ) {
    const { together, single } = await deliverOutbox(context, claim);
    left = together + single;
  }
}

/** `delivers`: the work itself delivers signals. */
async function withDelivery<T>(delivers: boolean, work: () => Promise<T>): Promise<T> {
  const result = await (delivers ? alone(work) : work());
  await alone(deliverAll);
  return result;
}

/** Our server through its REST dialect, with what waits in its outbox delivered after each command. */
class ServerEngine implements EngineUnderTest {
  readonly #rest = new RestEngine(
    server.baseUrl,
    `Basic ${Buffer.from(`engine:${enginePassword}`).toString('base64')}`,
  );
  readonly #node: (elementId: string) => GraphNode | undefined;

  constructor(node: (elementId: string) => GraphNode | undefined) {
    this.#node = node;
  }

  deploy(files: Parameters<EngineUnderTest['deploy']>[0]): Promise<void> {
    return this.#rest.deploy(files);
  }

  async start(start: Parameters<EngineUnderTest['start']>[0]): Promise<InstanceUnderTest> {
    const instance = await withDelivery(start.on === 'signal', () => this.#rest.start(start));
    return {
      send: (command: ScriptCommand) => withDelivery(command.do === 'signal', () => instance.send(command)),
      snapshot: async () => this.#asCamunda(await instance.snapshot()),
      dispose: () => instance.dispose(),
    };
  }

  /**
   * Every activity has an execution of its own here. On Camunda 7 an instance of a sequential multi-instance shares
   * that of the body: it has no number, and the body holds its variables.
   */
  #asCamunda(snapshot: Snapshot): Snapshot {
    const path = (at: string) =>
      at.replace(/(^|\/)(~?)([^/]+)#multiInstanceBody\/(~?)\3\[\d+\]/g, (match, before, mark, id, inner) =>
        this.#node(id)?.multiInstance?.sequential
          ? `${before}${mark}${id}#multiInstanceBody/${inner}${id}`
          : match,
      );
    const moved = <T extends { readonly at: string }>(records: readonly T[]): T[] =>
      records.map((record) => ({ ...record, at: path(record.at) }));
    return {
      ...snapshot,
      active: snapshot.active.map(path),
      variables: moved(snapshot.variables).map((variable) => {
        const [, body, id = ''] = /^(.*?([^/]+)#multiInstanceBody)\/~?\2$/.exec(variable.at) ?? [];
        const node = this.#node(id);
        if (body === undefined || !node?.multiInstance?.sequential) return variable;
        const ofLoop =
          variable.name === 'loopCounter' || variable.name === node.multiInstance.elementVariable;
        return ofLoop || !scopes.has(node.kind) ? { ...variable, at: body } : variable;
      }),
      tasks: moved(snapshot.tasks),
      externalTasks: moved(snapshot.externalTasks),
      subscriptions: moved(snapshot.subscriptions),
      jobs: moved(snapshot.jobs),
    };
  }
}

/** Activities that have an execution of their own inside a multi-instance on Camunda 7. */
const scopes: ReadonlySet<string> = new Set([
  'subprocess',
  'external-task',
  'receive-task',
  'call-activity',
  'catch-event',
]);

async function playDefinition({ name, files, runs }: Definition): Promise<void> {
  const ours = new EmbeddedEngine(context.now);
  const theirs = new ServerEngine(await nodesOf(files));
  const [here, there] = await Promise.all([
    refusalOf(() => ours.deploy(files)),
    refusalOf(() => theirs.deploy(files)),
  ]);
  for (const [index, { start, commands }] of runs.entries()) {
    const key = `${name} ${index + 1}`;
    if (here !== undefined || there !== undefined) {
      told.set(key, here !== undefined && there !== undefined ? [] : [`refused: ${here ?? there}`]);
      continue;
    }
    const played = await playScript(ours, theirs, start, (_, at) => {
      context.advance(secondsBetween * 1000);
      return commands[at];
    });
    told.set(key, played.differences);
    sums.runs += 1;
    sums.commands += played.commands;
    sums.comparisons += played.comparisons;
    sums.refusals += played.refusals;
  }
}

/** Elements of all processes of a definition; their ids do not repeat. */
async function nodesOf(files: Definition['files']): Promise<(elementId: string) => GraphNode | undefined> {
  const compiled = await Promise.all(
    files.filter(({ name }) => name.endsWith('.bpmn')).map(({ content }) => deployable(content)),
  );
  const nodes = new Map(
    compiled.flatMap(({ graphs }) => graphs.flatMap((graph) => Object.entries(graph.nodes))),
  );
  return (elementId) => nodes.get(elementId);
}

beforeAll(async () => {
  context = await openTestContext();
  server = await listenEngineRest(context);
  await playAll(definitions, 2, async (definition) => {
    try {
      await playDefinition(definition);
    } catch (error) {
      for (const [index] of definition.runs.entries()) {
        const key = `${definition.name} ${index + 1}`;
        if (!told.has(key)) told.set(key, [`broken: ${error instanceof Error ? error.stack : error}`]);
      }
    }
  });
  process.stderr.write(
    `differential, server: ${definitions.length} definitions, ${sums.runs} runs, ${sums.commands} commands ` +
      `(${sums.refusals} refused by both), ${sums.comparisons} comparisons\n`,
  );
}, 300_000);

afterAll(async () => {
  await server.close();
  await context.close();
});

describe('a definition means the same to the interpreter and over the REST dialect of the server', () => {
  const runs = definitions.flatMap(({ name, runs: all }) =>
    all.map(({ start, commands }, index) => ({
      key: `${name} ${index + 1}`,
      script: [start.on ?? 'start', ...commands.map((command) => command.do)].join(', '),
    })),
  );
  test.each(runs)('$key: $script', ({ key }) => {
    expect(told.get(key)).toEqual([]);
  });
});
