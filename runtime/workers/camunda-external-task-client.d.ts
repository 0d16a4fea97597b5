/** What is used of camunda-external-task-client-js 3.1.0; the package brings no types. */
declare module 'camunda-external-task-client-js' {
  import type { EventEmitter } from 'node:events';

  export interface RequestConfig {
    readonly method: string;
    readonly json?: Readonly<Record<string, unknown>>;
    readonly headers?: Readonly<Record<string, string>>;
    readonly timeout?: { readonly request: number };
    readonly signal?: AbortSignal;
  }

  export type Interceptor = (config: RequestConfig) => RequestConfig;

  export interface ClientOptions {
    baseUrl: string;
    workerId: string;
    maxTasks?: number;
    usePriority?: boolean;
    /** Milliseconds between two polls; read at the start of each. */
    interval?: number;
    lockDuration?: number;
    autoPoll?: boolean;
    asyncResponseTimeout?: number;
    maxParallelExecutions?: number;
    interceptors?: Interceptor | Interceptor[];
  }

  export interface Task {
    readonly id: string;
    readonly topicName: string;
    readonly processInstanceId: string;
    /** Null: it never failed. */
    readonly retries: number | null;
    readonly variables: { getAll(): Record<string, unknown> };
  }

  export interface Failure {
    readonly errorMessage: string;
    readonly errorDetails?: string;
    readonly retries: number;
    /** Milliseconds until the task may be fetched again. */
    readonly retryTimeout: number;
  }

  export interface TaskService {
    complete(task: Task): Promise<void>;
    handleFailure(task: Task, failure: Failure): Promise<void>;
    extendLock(task: Task, milliseconds: number): Promise<void>;
  }

  export type Handler = (call: { task: Task; taskService: TaskService }) => Promise<void>;

  export class Client extends EventEmitter {
    constructor(options: ClientOptions);
    readonly options: ClientOptions;
    start(): void;
    stop(): void;
    subscribe(topic: string, options: { lockDuration: number }, handler: Handler): unknown;
  }

  /** Answers an interceptor: `new` gives a function. */
  export const BasicAuthInterceptor: new (options: { username: string; password: string }) => Interceptor;
}
