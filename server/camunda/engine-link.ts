import type { RestClient } from '@oneplan/runtime/camunda/rest-client.ts';

/** The engine that this server stands before. */
export interface EngineLink {
  readonly client: RestClient;
  /**
   * How long a start whose answer was lost may still be on its way, in milliseconds: only after that the engine is
   * asked whether it is there, and started again if it is not.
   */
  readonly settleMilliseconds: number;
}
