export type EngineErrorCode =
  /** the task or timer is not waiting (any more): completed or cancelled before, or never there */
  | 'TOKEN_GONE'
  /** the token waits for something else than the command brings */
  | 'TOKEN_MISMATCH'
  /** the instance was started before */
  | 'ALREADY_STARTED'
  /** the command needs an instance and there is none yet */
  | 'NOT_STARTED'
  /** the instance has ended */
  | 'INSTANCE_ENDED'
  /** the start command names an event that is not the start of the process */
  | 'NO_SUCH_START'
  /** too many elements were passed without a wait: most likely an endless loop */
  | 'STEP_BUDGET'
  /** an expression could not be evaluated or gave a value of a wrong kind */
  | 'EXPRESSION'
  /** no condition holds and there is no default flow */
  | 'NO_FLOW'
  /** the state does not belong to this graph */
  | 'UNKNOWN_ELEMENT'
  /** a multi-instance activity would run too many instances, or processes call each other too deeply */
  | 'INSTANCE_LIMIT'
  /** a decision could not be evaluated */
  | 'DECISION'
  /** a modification or migration names something that is not there or cannot be moved */
  | 'MODIFICATION'
  /** nothing catches the escalation that was thrown */
  | 'NO_HANDLER'
  /** a variable name or value that the state cannot hold */
  | 'VARIABLE';

/**
 * Why a step was refused. Nothing has happened: state and effects of a failed step do not exist.
 * The message names the element, the reason and what to do.
 */
export class EngineError extends Error {
  override readonly name = 'EngineError';
  readonly code: EngineErrorCode;
  readonly elementId?: string;

  constructor(code: EngineErrorCode, message: string, elementId?: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    if (elementId !== undefined) this.elementId = elementId;
  }
}
