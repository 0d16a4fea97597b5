import type { Page } from 'playwright-core';
import { Workbench } from './workbench.ts';

/** The diagram of a flow and the panel beside it. */
export class ProcessCanvas {
  private readonly page: Page;
  private readonly bench: Workbench;

  constructor(page: Page) {
    this.page = page;
    this.bench = new Workbench(page);
  }

  async ready(): Promise<void> {
    await this.page.locator('.op-modeler[data-ready=true]').waitFor();
  }

  step(name: string) {
    return this.page.locator('.djs-shape').filter({ hasText: name }).first();
  }

  /** By the list of steps beside the diagram, as one does when the diagram is wider than the window. */
  async select(name: string): Promise<void> {
    const selected = this.page.locator('.djs-shape.selected').filter({ hasText: name });
    if ((await selected.count()) > 0) return;
    const back = this.page.getByRole('button', { name: '返回环节列表' });
    if (await back.isVisible()) await back.click();
    await this.page.getByRole('list', { name: '流程里的环节' }).getByRole('button', { name }).first().click();
    // A step that has just been put back is pressed where it is drawn.
    await selected.waitFor({ timeout: 2_000 }).catch(() => this.step(name).click({ force: true }));
    await selected.waitFor();
  }

  async remove(name: string): Promise<void> {
    await this.select(name);
    await this.page.locator('.djs-container svg[tabindex]').first().focus();
    await this.page.keyboard.press('Delete');
  }

  /** The reason for which an edit was taken back. */
  refusal(words: string | RegExp) {
    return this.page.locator('.op-modeler-refused').getByText(words);
  }

  async understood(): Promise<void> {
    await this.page.getByRole('button', { name: '知道了' }).click();
    await this.page.locator('.op-modeler-refused').waitFor({ state: 'detached' });
  }

  /** Puts a step behind the selected one; it is the selected one then. `kind`: 办理, 自动动作 … */
  async append(kind: string): Promise<void> {
    await this.page.getByRole('button', { name: '在后面添加' }).click();
    await this.page.getByRole('menuitem', { name: kind, exact: true }).click();
    await this.page.getByRole('button', { name: /删除$/ }).first().waitFor();
  }

  async rename(name: string): Promise<void> {
    const field = this.page.getByLabel('名称', { exact: true });
    await field.fill(name);
    await field.press('Enter');
  }

  /** Who does the selected step: just these, by the names that the list has. */
  async assign(...people: readonly string[]): Promise<void> {
    const list = this.page.getByRole('combobox', { name: '角色或工作组' });
    if ((await list.count()) === 0) await this.bench.choose('办理方式', '由某个角色或工作组办理');
    await list.click();
    const options = this.page.locator(
      '.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option',
    );
    await options.first().waitFor();
    for (const label of await options.allInnerTexts()) {
      const name = label.trim();
      const option = options.filter({ hasText: name });
      const isChosen = /option-selected/.test((await option.getAttribute('class')) ?? '');
      if (isChosen !== people.includes(name)) await option.click();
    }
    await this.page.keyboard.press('Escape');
  }

  /** The form of the selected step, and which of its fields is the decision. */
  async decideWith(form: string, decision: string): Promise<void> {
    await this.bench.choose('填哪张表', form);
    await this.bench.choose('哪一栏是决定', decision);
  }
}
