/** An error answer in the words of the Camunda 7 REST API: status, its exception's name, its sentence. */
export class RestFailure extends Error {
  override readonly name = 'RestFailure';
  readonly status: number;
  readonly type: string;
  /** More members of the body, such as `details` of a ParseException. */
  readonly more: Readonly<Record<string, unknown>>;

  constructor(status: number, type: string, message: string, more: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.status = status;
    this.type = type;
    this.more = more;
  }
}

export const invalidRequest = (message: string) => new RestFailure(400, 'InvalidRequestException', message);
export const notFound = (message: string) => new RestFailure(404, 'InvalidRequestException', message);
