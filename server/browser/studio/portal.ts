import type { Page } from 'playwright-core';
import { Workbench } from './workbench.ts';

/** What people of a school do in the portal with a flow that runs. */
export class Portal {
  private readonly page: Page;
  private readonly address: string;

  constructor(page: Page, address: string) {
    this.page = page;
    this.address = address;
  }

  /** A school begins a flow for every pupil of a class; ends when it is under way. */
  async launchFor(grade: string, className: string): Promise<void> {
    const { page, address } = this;
    const bench = new Workbench(page);
    await page.goto(`${address}/operations/launches/new`);
    await bench.choose('年级', grade);
    await bench.choose('班级', className);
    await page.getByRole('button', { name: /^发起（\d+ 人）/ }).click();
    await page.waitForURL(/launches\/[0-9a-f-]{36}/);
  }

  async openInbox(): Promise<void> {
    await this.page.goto(`${this.address}/inbox`);
    await this.page.getByRole('region', { name: '待办列表' }).waitFor();
  }

  /** The lines of the inbox about one pupil. */
  tasksOf(pupil: string) {
    return this.page.getByRole('region', { name: '待办列表' }).getByRole('link', { name: pupil });
  }

  /** Opens the task that a pupil's flow waits with at a step. */
  async openTask(pupil: string, step: string): Promise<void> {
    const { page, address } = this;
    const { items } = (await (await page.request.get(`${address}/api/tasks?limit=100`)).json()) as {
      items: { id: string; name: string; student: { name: string } | null }[];
    };
    const task = items.find((it) => it.name === step && it.student?.name === pupil);
    if (!task) throw new Error(`no task “${step}” about ${pupil}`);
    await page.goto(`${address}/inbox`);
    await page.locator(`[data-task="${task.id}"]`).click();
    await page.getByRole('article').waitFor();
  }

  async submit(): Promise<void> {
    await this.page.getByRole('button', { name: '提交', exact: true }).click();
  }

  /** Ends when the server has answered. */
  async decide(outcome: string): Promise<void> {
    const answered = this.page.waitForResponse((it) => /\/api\/tasks\/[^/]+\/complete$/.test(it.url()));
    await this.page.getByRole('button', { name: outcome, exact: true }).click();
    await answered;
  }
}
