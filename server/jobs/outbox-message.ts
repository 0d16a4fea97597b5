/** A row of the outbox as a delivery gets it. */
export interface OutboxMessage {
  readonly id: string;
  readonly payload: unknown;
}
