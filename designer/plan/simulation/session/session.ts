import type { Role } from '@oneplan/runtime/contracts/roles.ts';
import type { FormError } from '@oneplan/runtime/forms/form-error.ts';
import type { Refusal } from '@oneplan/runtime/simulation/scenarios/scenario-run.ts';
import { fillForm, type Row } from './filled-data.ts';
import { type Move, type Played, play } from './play.ts';
import { processAround, type SimulatedProcess } from './simulated-process.ts';
import type { Beginning } from './start-variables.ts';
import { answerStep, startForm } from './step-form.ts';
import { waitText } from './wait-text.ts';
import type { Waiting } from './waiting.ts';

/** A run that somebody plays. A value: whatever is done with it gives another one. */
export interface Session {
  readonly process: SimulatedProcess;
  readonly beginning: Beginning;
  readonly moves: readonly Move[];
  readonly played: Played;
}

export type SessionAnswer =
  | { readonly ok: true; readonly session: Session }
  /** what was filled in is not valid */
  | { readonly ok: false; readonly errors: readonly FormError[] }
  /** the interpreter refused the step */
  | { readonly ok: false; readonly refusal: Refusal };

/** Begins a run; the record that starts it is checked as the server checks it. */
export function beginSession(process: SimulatedProcess, beginning: Beginning): SessionAnswer {
  const { record } = beginning;
  const form = record && startForm(process, record.form);
  if (record === undefined || form === undefined) return playOn(process, beginning, []);
  const filled = fillForm(form.definition, {}, record.data, form.permission);
  if (!filled.ok) return filled;
  return playOn(process, { ...beginning, record: { form: record.form, data: filled.data } }, []);
}

/** Begins a run without filling the form that starts it: a record with nothing in it, to play only the flow. */
export function beginUnfilled(process: SimulatedProcess, at: number, form?: string): SessionAnswer {
  return playOn(process, { at, ...(form !== undefined && { record: { form, data: {} } }) }, []);
}

/** A person completes a step with what was filled in. */
export function complete(
  session: Session,
  { element, process: called }: Pick<Waiting, 'element' | 'process'>,
  as: Role | undefined,
  filled: Row,
): SessionAnswer {
  const around = processAround(session.process, called);
  const answered = answerStep(around, element, session.played.record, filled);
  if (!answered.ok) return answered;
  const { variables, record } = answered;
  const step = { complete: element, ...(as !== undefined && { as }), variables: asJson(variables) };
  return take(session, { step, ...(record !== undefined && { record }) });
}

/** A platform action is done, or a message or signal comes. */
export function happen(
  session: Session,
  { kind, element }: Pick<Waiting, 'kind' | 'element'>,
): SessionAnswer {
  return take(session, { step: kind === 'action' ? { work: element } : { occurs: element } });
}

export function reportError(
  session: Session,
  { element }: Pick<Waiting, 'element'>,
  code: string,
): SessionAnswer {
  return take(session, { step: { error: element, code } });
}

/** Time passes; timers that come due fire. `duration` is ISO 8601. */
export function wait(session: Session, duration: string): SessionAnswer {
  return take(session, { step: { wait: duration } });
}

/** Jumps to the time at which the next timer comes due. The same session when none is set. */
export function toNextTimer(session: Session): SessionAnswer {
  const { waiting, now } = session.played;
  const next = waiting.find(({ kind }) => kind === 'timer');
  if (next?.kind !== 'timer') return { ok: true, session };
  return wait(session, waitText(next.dueAt - now));
}

/** Takes the last step back. */
export function undo({ process, beginning, moves }: Session): SessionAnswer {
  return playOn(process, beginning, moves.slice(0, -1));
}

export function restart({ process, beginning }: Session): SessionAnswer {
  return playOn(process, beginning, []);
}

function take({ process, beginning, moves }: Session, move: Move): SessionAnswer {
  return playOn(process, beginning, [...moves, move]);
}

function playOn(process: SimulatedProcess, beginning: Beginning, moves: readonly Move[]): SessionAnswer {
  const playing = play(process, beginning, moves);
  return playing.ok
    ? { ok: true, session: { process, beginning, moves, played: playing.played } }
    : { ok: false, refusal: playing.refusal };
}

/** Variables are what a scenario file can hold. */
function asJson<T>(variables: T): Extract<Move['step'], { complete: string }>['variables'] {
  return JSON.parse(JSON.stringify(variables));
}
