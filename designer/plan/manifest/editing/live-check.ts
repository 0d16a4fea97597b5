import type { PlanManifest } from '@oneplan/runtime/plan/manifest.ts';
import { type CheckAnswer, type CheckRequest, sentManifest } from './check-request.ts';

/** ms without an edit after which the manifest is checked. */
export const checkedAfter = 200;

/**
 * Asks a worker about the manifest that was given last: not while it is being typed, and one at a time, so that answers
 * do not queue up behind somebody who types.
 */
export class LiveCheck {
  readonly #send: (request: CheckRequest) => void;
  readonly #onAnswer: (answer: CheckAnswer) => void;
  #manifest: PlanManifest | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Something has changed since the worker was asked. */
  #changed = false;
  #running = false;

  constructor(send: (request: CheckRequest) => void, onAnswer: (answer: CheckAnswer) => void) {
    this.#send = send;
    this.#onAnswer = onAnswer;
  }

  /** Tells what the manifest is checked against, and checks it anew. */
  tell(request: Exclude<CheckRequest, { kind: 'check' }>): void {
    this.#send(request);
    if (this.#manifest) this.ask(this.#manifest);
  }

  ask(manifest: PlanManifest): void {
    this.#manifest = manifest;
    this.#changed = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#check(), checkedAfter);
  }

  /** The worker has answered. */
  answered(answer: CheckAnswer): void {
    this.#running = false;
    this.#onAnswer(answer);
    if (this.#changed && this.#timer === undefined) this.#check();
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #check(): void {
    this.#timer = undefined;
    if (this.#running || !this.#manifest) return;
    this.#running = true;
    this.#changed = false;
    this.#send(sentManifest(this.#manifest));
  }
}
