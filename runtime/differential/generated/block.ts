import type { Random } from './random.ts';

export type Trigger = 'timer' | 'message' | 'signal';

/** An event at the border of an activity or scope, and the way on from it. */
export interface Beside {
  readonly on: Trigger | 'error' | 'escalation';
  readonly interrupting: boolean;
}

export interface Repetition {
  readonly sequential: boolean;
  readonly over: 'cardinality' | 'collection';
  /** completed instances that are enough; all of them unless given */
  readonly enough?: number;
}

/** A block-structured process: every fork has its join, every choice its merge, every loop its way out. */
export type Block =
  | { readonly type: 'step'; readonly kind: StepKind; readonly save: 'none' | 'before' | 'after' }
  | {
      readonly type: 'guarded';
      readonly kind: 'user' | 'external' | 'receive';
      readonly beside: readonly Beside[];
    }
  | {
      readonly type: 'repeated';
      readonly kind: 'user' | 'external' | 'subprocess';
      readonly how: Repetition;
      readonly body?: Block;
    }
  | { readonly type: 'sequence' | 'parallel' | 'choice' | 'inclusive'; readonly parts: readonly Block[] }
  | { readonly type: 'loop'; readonly body: Block }
  | { readonly type: 'first-of'; readonly triggers: readonly Trigger[] }
  | {
      readonly type: 'subprocess';
      readonly body: Block;
      readonly beside: readonly Beside[];
      /** event subprocesses inside */
      readonly inside: readonly Beside[];
      readonly end: 'none' | 'error' | 'escalation' | 'terminate';
      readonly locals: boolean;
      readonly save: 'none' | 'before' | 'after';
    }
  | {
      readonly type: 'call';
      readonly body: Block;
      readonly all: boolean;
      readonly beside: readonly Beside[];
      readonly end: 'none' | 'error';
    };

export const STEP_KINDS = [
  'user',
  'user',
  'external',
  'task',
  'manual',
  'script',
  'timer',
  'message',
  'signal',
  'receive',
  'throw-signal',
  'throw-escalation',
  'throw-none',
  'link',
] as const;
export type StepKind = (typeof STEP_KINDS)[number];

const COMPOSITES = [
  'sequence',
  'sequence',
  'parallel',
  'choice',
  'inclusive',
  'loop',
  'first-of',
  'subprocess',
  'subprocess',
  'repeated',
  'guarded',
  'call',
] as const;

/**
 * A random block; `depth` is how deep composites may stand in each other. `saves` says whether it may hold save
 * points: inside a scope that is cancelled Operaton 1.0.3 gives its history the wrong name (see known-differences.ts).
 */
export function randomBlock(random: Random, depth: number, saves = true): Block {
  if (depth === 0 || random.chance(0.25)) return step(random, saves);
  const type = random.pick(COMPOSITES);
  const isScope = type === 'subprocess' || type === 'repeated' || type === 'call';
  const inner = (): Block => randomBlock(random, depth - 1, saves && !isScope);
  switch (type) {
    case 'sequence':
    case 'parallel':
    case 'choice':
    case 'inclusive':
      return { type, parts: Array.from({ length: 2 + random.below(2) }, inner) };
    case 'loop':
      return { type, body: inner() };
    case 'first-of':
      return {
        type,
        triggers: random.pick([
          ['timer', 'message'],
          ['message', 'signal'],
          ['timer', 'message', 'signal'],
        ]),
      };
    case 'guarded': {
      const kind = random.pick(['user', 'external', 'receive'] as const);
      return {
        type,
        kind,
        beside: besides(random, GUARDS[kind], 1 + random.below(2)),
      };
    }
    case 'repeated': {
      const kind = random.pick(['user', 'external', 'subprocess'] as const);
      const how = repetition(random);
      return { type, kind, how, ...(kind === 'subprocess' && { body: inner() }) };
    }
    case 'call':
      return {
        type,
        body: inner(),
        all: random.chance(0.5),
        beside: besides(random, ['timer', 'message', 'error'], random.below(2)),
        end: random.chance(0.2) ? 'error' : 'none',
      };
    default:
      return {
        type: 'subprocess',
        body: inner(),
        beside: besides(random, THROWN, random.below(3)),
        inside: besides(random, THROWN, random.chance(0.3) ? 1 : 0),
        end: random.pick(['none', 'none', 'none', 'error', 'escalation', 'terminate']),
        locals: random.chance(0.3),
        save: saves ? save(random) : 'none',
      };
  }
}

const PLAIN = ['timer', 'message', 'signal'] as const;
const THROWN = [...PLAIN, 'error', 'escalation'] as const;
/** What Camunda 7 lets stand at the border of a task. */
const GUARDS = { user: THROWN, external: [...PLAIN, 'error'], receive: PLAIN } as const;

/** No save point behind what a person or worker may end by an error (see known-differences.ts). */
function step(random: Random, saves: boolean): Block {
  const kind = random.pick(STEP_KINDS);
  const saved = saves ? save(random) : 'none';
  const mayFail = kind === 'user' || kind === 'external';
  return { type: 'step', kind, save: mayFail && saved === 'after' ? 'before' : saved };
}

function save(random: Random): 'none' | 'before' | 'after' {
  return random.chance(0.12) ? random.pick(['before', 'after']) : 'none';
}

/** No two of the same trigger at one place: which of them is meant would be left open. */
function besides(random: Random, triggers: readonly Beside['on'][], count: number): Beside[] {
  const found = new Map<Beside['on'], Beside>();
  for (let index = 0; index < count; index += 1) {
    const on = random.pick(triggers);
    found.set(on, { on, interrupting: on === 'error' || random.chance(0.5) });
  }
  return [...found.values()];
}

function repetition(random: Random): Repetition {
  const enough = random.chance(0.3) ? { enough: 1 + random.below(2) } : {};
  return {
    sequential: random.chance(0.4),
    over: random.pick(['cardinality', 'collection']),
    ...enough,
  };
}
