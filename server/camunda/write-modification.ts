import type { EngineInstruction } from '@oneplan/runtime/camunda/engine-command.ts';
import type { CommandOfType, ModifyInstruction } from '@oneplan/runtime/engine/command.ts';
import { EngineError } from '@oneplan/runtime/engine/engine-error.ts';
import type { InstanceState, Token } from '@oneplan/runtime/engine/instance-state.ts';
import type { GraphNode, ProcessGraph } from '@oneplan/runtime/model/process-graph.ts';
import type { OrderPicture } from './order-picture.ts';
import type { StoredCommand } from './stored-command.ts';

const BODY = '#multiInstanceBody';

export interface WrittenModification {
  /** Null: nothing is there that would be changed. */
  readonly command: Extract<StoredCommand, { kind: 'modify' }> | null;
  /** Tokens that end by it, with everything inside them. */
  readonly ending: readonly number[];
  /** True: nothing starts and nothing else would be left; the instance ends. */
  readonly endsInstance: boolean;
}

type Instruction = ModifyInstruction;
type Start = Exclude<Instruction, { do: 'cancel' } | { do: 'cancel-all' }>;

/**
 * A modification in the words of the engine, by where the instance stood when it was last looked at. Throws EngineError
 * as the embedded engine does: TOKEN_GONE, MODIFICATION, UNKNOWN_ELEMENT; and MODIFICATION for what Camunda's
 * modification cannot do, a process and one that it calls at once.
 */
export function writeModification(
  command: CommandOfType<'modify'>,
  state: InstanceState,
  picture: OrderPicture,
): WrittenModification {
  const tokens = new Map(state.t.map((token) => [token.i, token]));
  const calls = new Set<number | null>();
  const instructions: EngineInstruction[] = [];
  const cancelled = new Set<number>();
  for (const instruction of command.instructions) {
    if (instruction.do === 'cancel' || instruction.do === 'cancel-all') {
      for (const token of cancelledBy(instruction, tokens, picture)) {
        calls.add(callAround(tokens, token));
        cancelled.add(token.i);
        instructions.push({ do: 'cancel', activity: picture.activityOf(token.i) });
      }
    } else {
      const ancestor = instruction.ancestor === undefined ? undefined : at(tokens, instruction.ancestor);
      const call = ancestor === undefined ? null : ancestor.c ? ancestor.i : callAround(tokens, ancestor);
      calls.add(call);
      instructions.push(startOf(instruction, ancestor, graphAt(tokens, call, picture), picture));
    }
  }
  if (calls.size > 1)
    throw new EngineError(
      'MODIFICATION',
      'A Camunda engine corrects one process at a time; correct the process and the one that it calls one after the other',
    );
  const [call = null] = calls;
  const ending = withInside(state, cancelled);
  const left = state.t.filter((token) => !ending.has(token.i) && !isAround(tokens, ending, token));
  return {
    command:
      instructions.length === 0
        ? null
        : { kind: 'modify', call: call === null ? null : picture.activityOf(call), instructions },
    ending: [...ending],
    endsInstance: left.length === 0 && !instructions.some((instruction) => instruction.do !== 'cancel'),
  };
}

function cancelledBy(
  instruction: Exclude<Instruction, Start>,
  tokens: ReadonlyMap<number, Token>,
  picture: OrderPicture,
): Token[] {
  if (instruction.do === 'cancel') return [at(tokens, instruction.token)];
  const id = instruction.elementId.replace(BODY, '');
  nodeIn(picture.graphOf(null), id);
  const found = [...tokens.values()].filter((token) => token.e === id && callAround(tokens, token) === null);
  // A body goes with its instances.
  return found.filter((token) => !found.some(({ i }) => i === token.p));
}

function startOf(
  instruction: Start,
  ancestor: Token | undefined,
  graph: ProcessGraph,
  picture: OrderPicture,
): EngineInstruction {
  const place = {
    variables: instruction.variables ?? {},
    // The called process itself is where it starts; the engine knows no activity for it.
    ...(ancestor === undefined || ancestor.c ? {} : { ancestor: picture.activityOf(ancestor.i) }),
  };
  if (instruction.do === 'start-transition') {
    if (!graph.flows[instruction.flowId])
      throw new EngineError('UNKNOWN_ELEMENT', `"${graph.id}" has no sequence flow "${instruction.flowId}"`);
    return { do: 'start-transition', flowId: instruction.flowId, ...place };
  }
  const node = nodeIn(graph, instruction.elementId.replace(BODY, ''));
  if (instruction.do === 'start-after' && node.outgoing.length !== 1)
    throw new EngineError(
      'MODIFICATION',
      `"${node.id}" has ${node.outgoing.length} outgoing flows, so what comes after it is not clear; start one of the flows`,
      node.id,
    );
  return { do: instruction.do, elementId: instruction.elementId, ...place };
}

function nodeIn(graph: ProcessGraph, id: string): GraphNode {
  const node = graph.nodes[id];
  if (node) return node;
  throw new EngineError('UNKNOWN_ELEMENT', `The process "${graph.id}" has no element "${id}"`, id);
}

function graphAt(
  tokens: ReadonlyMap<number, Token>,
  call: number | null,
  picture: OrderPicture,
): ProcessGraph {
  return picture.graphOf(call === null ? null : (tokens.get(call)?.c?.d ?? null));
}

function at(tokens: ReadonlyMap<number, Token>, number: number): Token {
  const token = tokens.get(number);
  if (token) return token;
  throw new EngineError('TOKEN_GONE', `Token ${number} is not waiting (any more)`);
}

/** The call activity whose called process a token is in; null: the process of the instance. */
function callAround(tokens: ReadonlyMap<number, Token>, token: Token): number | null {
  for (let around = tokens.get(token.p ?? 0); around; around = tokens.get(around.p ?? 0))
    if (around.c) return around.i;
  return null;
}

function withInside(state: InstanceState, cancelled: ReadonlySet<number>): Set<number> {
  const ending = new Set(cancelled);
  // Tokens are in the order of their numbers, so what is around comes before what is inside.
  for (const token of state.t) if (token.p !== undefined && ending.has(token.p)) ending.add(token.i);
  return ending;
}

/** A scope in which nothing is left goes with what was in it. */
function isAround(tokens: ReadonlyMap<number, Token>, ending: ReadonlySet<number>, token: Token): boolean {
  const inside = [...tokens.values()].filter(({ p }) => p === token.i);
  return inside.length > 0 && inside.every((each) => ending.has(each.i) || isAround(tokens, ending, each));
}
