import { childOf, flagOf, type ModdleElement, textOf } from '@oneplan/runtime/model/moddle-element.ts';
import { type Quorum, quorumCondition, readQuorum } from './enough.ts';
import type { FlowVariable } from './flow-entry.ts';
import { type CreateModdle, expressionOf, type ModdlePatch, writtenExpression } from './moddle-patch.ts';

/** Who does a user task. */
export type Who =
  | { readonly by: 'nobody' }
  | { readonly by: 'initiator' }
  /** Whoever of these takes it first: keys of roles, `group:<kind>`. */
  | { readonly by: 'any'; readonly groups: readonly string[] }
  /** The person that a field of an earlier step names. */
  | { readonly by: 'picked'; readonly variable: string }
  /** Several, each with a task of their own: the people of a variable. */
  | { readonly by: 'signers'; readonly variable: string; readonly inTurn: boolean; readonly quorum: Quorum }
  /** Something that this page does not set; kept as it stands. */
  | { readonly by: 'written'; readonly text: string };

const signer = 'signer';
const bare = /^\$\{\s*([A-Za-z]\w*)\s*\}$/;

/** Who does the task, as its file says it. `variables` are those that the manifest declares for the flow. */
export function readWho(task: ModdleElement, variables: readonly FlowVariable[]): Who {
  const assignee = textOf(task, 'camunda:assignee');
  const users = textOf(task, 'camunda:candidateUsers');
  const groups = textOf(task, 'camunda:candidateGroups');
  const loop = childOf(task, 'loopCharacteristics');
  const written: Who = { by: 'written', text: assignee ?? users ?? groups ?? '' };
  if (loop) return (users ?? groups) === undefined ? (readSigners(loop, assignee) ?? written) : written;
  if (users !== undefined) return written;
  if (assignee !== undefined) return groups === undefined ? readAssignee(assignee, variables) : written;
  if (groups === undefined) return { by: 'nobody' };
  return groups.includes('{') ? written : { by: 'any', groups: groups.split(',').map((it) => it.trim()) };
}

function readAssignee(assignee: string, variables: readonly FlowVariable[]): Who {
  const name = bare.exec(assignee)?.[1];
  const from = variables.find((variable) => variable.name === name)?.source.from;
  if (from === 'initiator') return { by: 'initiator' };
  return from === 'step' && name !== undefined
    ? { by: 'picked', variable: name }
    : { by: 'written', text: assignee };
}

function readSigners(loop: ModdleElement, assignee: string | undefined): Who | undefined {
  const collection = textOf(loop, 'camunda:collection');
  const each = textOf(loop, 'camunda:elementVariable');
  const quorum = readQuorum(expressionOf(loop, 'completionCondition'));
  const variable = /^[A-Za-z]\w*$/.test(collection ?? '') ? collection : bare.exec(collection ?? '')?.[1];
  if (!variable || !quorum || each === undefined || bare.exec(assignee ?? '')?.[1] !== each) return undefined;
  return { by: 'signers', variable, inTurn: flagOf(loop, 'isSequential'), quorum };
}

/** What is set on the task; nothing for what was not set here. `initiator` is the variable of whoever began the flow. */
export function writeWho(who: Who, create: CreateModdle, initiator: string): ModdlePatch {
  if (who.by === 'written') return {};
  const signers = who.by === 'signers';
  return {
    'camunda:assignee': assigneeOf(who, initiator),
    'camunda:candidateUsers': undefined,
    'camunda:candidateGroups': who.by === 'any' && who.groups.length > 0 ? who.groups.join(',') : undefined,
    loopCharacteristics: signers ? loopOf(who, create) : undefined,
  };
}

function assigneeOf(who: Who, initiator: string): string | undefined {
  if (who.by === 'initiator') return `\${${initiator}}`;
  if (who.by === 'picked') return `\${${who.variable}}`;
  return who.by === 'signers' ? `\${${signer}}` : undefined;
}

function loopOf(who: Who & { by: 'signers' }, create: CreateModdle): ModdleElement {
  const condition = quorumCondition(who.quorum);
  return create('bpmn:MultiInstanceLoopCharacteristics', {
    isSequential: who.inTurn,
    'camunda:collection': who.variable,
    'camunda:elementVariable': signer,
    ...(condition !== undefined && { completionCondition: writtenExpression(create, condition) }),
  });
}
