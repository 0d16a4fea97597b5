/** Why a piece of FEEL is refused, for those who say it in another language. */
export type FeelFault = 'syntax' | 'too-long' | 'loop' | 'function' | 'filters' | 'clock';

/**
 * Why a decision could not be evaluated, or (at publish) why a piece of FEEL is refused. The message is one
 * sentence that names the thing and says what to do.
 */
export class DecisionError extends Error {
  override readonly name = 'DecisionError';
  /** absent: the message alone says it */
  readonly fault: FeelFault | undefined;

  constructor(message: string, fault?: FeelFault) {
    super(message);
    this.fault = fault;
  }
}
