import type { Meter } from './meter.ts';

/** One of the systems that are compared: the same flow, driven over HTTP as a client of it has to. */
export interface FlowSide {
  readonly name: string;
  /** Of the process that answers, to read its CPU time. */
  readonly pid: number | undefined;
  readonly schema: string;
  /**
   * Some instances from their start to the review of the group, step by step as people work. Records `start`,
   * `complete` (the completing call alone) and `look-up` (what it takes to learn which task comes next).
   */
  runFlow(client: number, meter: Meter): Promise<void>;
  /** Starts one instance that then waits; records `start`. */
  startOne(client: number, meter: Meter): Promise<void>;
  /** Background work that is due and not done: timers, messages. */
  backlog(): Promise<number>;
  waitingExternalTasks(): Promise<number>;
  /** Instances that have ended. */
  finished(): Promise<number>;
  readonly worker: WorkerAccess;
  close(): Promise<void>;
}

/** How an external-task worker reaches the system. */
export interface WorkerAccess {
  readonly baseUrl: string;
  readonly topic: string;
  readonly user?: { readonly username: string; readonly password: string };
}

/** What is filled into the form of the flow; Operaton gets the two of its fields that the flow decides on. */
export const leave = {
  kind: 'sick',
  title: '感冒发烧请假',
  from: '2026-11-02T00:00:00+08:00',
  days: 2,
  contact: '家长',
  place: '家中',
  reason: '昨夜开始发烧，医生建议在家休息两天，作业会按时补上。',
  hospital: '市第一人民医院',
  pledge: true,
};

export const returned = { outcome: 'returned', remark: '请写明复诊时间' };
export const approved = { outcome: 'approved', remark: '同意，注意休息' };
