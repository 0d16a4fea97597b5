/**
 * Why a decision could not be evaluated, or (at publish) why a piece of FEEL is refused. The message is one
 * sentence that names the thing and says what to do.
 */
export class DecisionError extends Error {
  override readonly name = 'DecisionError';
}
