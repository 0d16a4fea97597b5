import type { EngineCommandOf, EngineCommandType } from './engine-command.ts';
import type { Outcome } from './outcome.ts';
import type { RestClient } from './rest-client.ts';

/**
 * Delivers one kind of command. `repeat`: it was sent before and nobody knows what became of that, so the engine is
 * asked first. Throws CamundaError when the engine does not do it.
 */
export type Delivery<T extends EngineCommandType> = (
  client: RestClient,
  command: EngineCommandOf<T>,
  repeat: boolean,
) => Promise<Outcome>;
