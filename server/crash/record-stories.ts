import { randomUUID } from 'node:crypto';
import type { RecordSummary } from '@oneplan/runtime/contracts/api/records.ts';
import type { TaskSummary } from '@oneplan/runtime/contracts/api/tasks.ts';
import type { Random } from '../demo/random.ts';
import { goodDeed } from './good-deed.ts';
import type { Ledger } from './ledger.ts';
import { revisionOf, type Step, type Story } from './story.ts';
import type { Received, StubbornClient } from './stubborn-client.ts';

const dataOf = ({ title }: Story, revision: number) => ({
  ...goodDeed,
  title,
  description: `第 ${revision} 稿：${goodDeed.description}`,
});

/** People who act by what they are told, and write down what is acknowledged. */
export class People {
  /** What ought never to be seen; there must be nothing. */
  readonly surprises: string[] = [];
  readonly #client: StubbornClient;
  readonly #ledger: Ledger;
  readonly #random: Random;

  constructor(client: StubbornClient, ledger: Ledger, random: Random) {
    this.#client = client;
    this.#ledger = ledger;
    this.#random = random;
  }

  /** Does the next step of a story. False: its turn has not come, a worker must do its part first. */
  async advance(story: Story): Promise<boolean> {
    const step = story.toDo[0];
    if (step === undefined) return true;
    if (step === 'submit') await this.#submit(story);
    else if (!(await this.#decide(story, step))) return false;
    story.toDo.shift();
    story.done.push(step);
    return true;
  }

  async #submit(story: Story): Promise<void> {
    const body = { studentId: story.pupil.studentId, formKey: 'b-r01', data: dataOf(story, 1) };
    const received = await this.#command(story.pupil.username, '/api/submissions', body);
    if (received === null) return;
    const { record } = JSON.parse(received.text) as { record: RecordSummary };
    this.#note('submission', story.pupil.username, received, record.id);
  }

  async #decide(story: Story, step: Exclude<Step, 'submit'>): Promise<boolean> {
    const username = step === 'revise' ? story.pupil.username : story.pupil.teacher;
    const task = await this.#taskOf(username, story.title);
    if (!task) {
      // The pupil's task follows a message that a worker sends; the teacher's is there as soon as the record is.
      if (step !== 'revise') this.surprises.push(`${story.title}: no task to ${step} it`);
      return step !== 'revise';
    }
    const recordRevision = revisionOf(story);
    const body =
      step === 'revise'
        ? { data: dataOf(story, recordRevision + 1), recordRevision }
        : {
            data:
              step === 'return' ? { outcome: 'returned', remark: '请写明时间' } : { outcome: 'confirmed' },
            recordRevision,
          };
    const received = await this.#command(username, `/api/tasks/${task.id}/complete`, body);
    if (received) this.#note('completion', username, received, task.id);
    return true;
  }

  async #taskOf(username: string, title: string): Promise<TaskSummary | undefined> {
    const received = await this.#client.send(username, {
      method: 'GET',
      path: `/api/tasks?q=${encodeURIComponent(title)}`,
    });
    return (JSON.parse(received.text) as { items: TaskSummary[] }).items[0];
  }

  /**
   * Sends a command, now and then twice at once under one key (a double click), or a decision under two keys (two open
   * pages). Answers what was acknowledged; null when nothing was, which is a surprise.
   */
  async #command(
    username: string,
    path: string,
    body: unknown,
  ): Promise<(Received & { key: string; path: string; body: unknown }) | null> {
    const key = randomUUID();
    const clicks = this.#random.chance(0.1) ? 2 : 1;
    const otherPage = path.endsWith('/complete') && this.#random.chance(0.1);
    const keys = [...Array.from({ length: clicks }, () => key), ...(otherPage ? [randomUUID()] : [])];
    const answers = await Promise.all(
      keys.map(async (each) => ({
        ...(await this.#client.send(username, { method: 'POST', path, body, key: each })),
        key: each,
        path,
        body,
      })),
    );
    const done = answers.filter(({ status }) => status === 200);
    const refused = answers.filter(
      ({ status, text }) => status === 409 && text.includes('task-already-completed'),
    );
    const first = done[0];
    const asPromised =
      first !== undefined &&
      done.length + refused.length === answers.length &&
      done.every((answer) => answer.key === first.key && answer.text === first.text) &&
      refused.every((answer) => answer.key !== first.key);
    if (!asPromised)
      this.surprises.push(`${path}: ${answers.map(({ status, text }) => `${status} ${text}`).join(' | ')}`);
    return first ?? null;
  }

  #note(
    kind: 'submission' | 'completion',
    username: string,
    { key, path, body, text }: { key: string; path: string; body: unknown; text: string },
    subjectId: string,
  ): void {
    this.#ledger.add({ kind, username, request: { method: 'POST', path, body, key }, text, subjectId });
  }
}
