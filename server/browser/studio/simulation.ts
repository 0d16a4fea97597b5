import type { Page } from 'playwright-core';

/** 模拟: the saved draft, played with the interpreter that will run it. */
export class Simulation {
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open(): Promise<void> {
    await this.page.getByRole('button', { name: '模拟' }).click();
    await this.page.locator('.op-form[data-ready=true]').waitFor();
  }

  async begin(): Promise<void> {
    await this.page.getByRole('button', { name: '提交，开始流程' }).click();
  }

  /** A step that waits now. */
  waiting(step: string) {
    return this.page.locator('.de-sim-waiting strong', { hasText: step });
  }

  /** Fills the open step's form and hands it in, as the role that has it. `choices`: the options to be checked. */
  async act(role: string, ...choices: readonly string[]): Promise<void> {
    await this.page
      .getByRole('button', { name: `以${role}办理` })
      .first()
      .click();
    await this.page.locator('.op-form[data-ready=true]').waitFor();
    for (const choice of choices) await this.page.getByRole('radio', { name: choice }).first().check();
    await this.page.getByRole('button', { name: '提交这一步' }).click();
  }

  async exploreAll(): Promise<void> {
    await this.page.getByRole('button', { name: '查遍所有走法' }).click();
    await this.page.getByText(/没有发现问题，共走了/).waitFor();
  }
}
