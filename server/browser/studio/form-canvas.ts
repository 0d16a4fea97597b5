import type { Locator, Page } from 'playwright-core';
import { Workbench } from './workbench.ts';

/** A form in its builder, and what is set beside Form.io's own dialog. */
export class FormCanvas {
  private readonly page: Page;
  private readonly bench: Workbench;

  constructor(page: Page) {
    this.page = page;
    this.bench = new Workbench(page);
  }

  async ready(): Promise<void> {
    await this.page.locator('.op-builder[data-ready=true]').waitFor();
  }

  component(key: string): Locator {
    return this.page.locator(`.formarea .builder-component:has(> .formio-component-${key})`);
  }

  drawer(): Locator {
    return this.page.getByRole('dialog', { name: /的设置$/ });
  }

  async inspect(key: string): Promise<void> {
    await this.component(key).hover({ position: { x: 4, y: 4 } });
    await this.component(key).getByRole('button', { name: '这个组件的条件、校验和去向' }).focus();
    await this.page.keyboard.press('Enter');
    await this.drawer().waitFor();
  }

  async tab(name: string): Promise<void> {
    await this.drawer().getByRole('tab', { name }).click();
  }

  async apply(): Promise<void> {
    await this.drawer().getByRole('button', { name: '应用' }).click();
  }

  async applied(): Promise<void> {
    await this.drawer().waitFor({ state: 'detached' });
  }

  /** Adds an option to the open choice. */
  async addOption(name: string): Promise<void> {
    await this.drawer().getByRole('button', { name: '增加选项' }).click();
    await this.drawer().getByRole('textbox', { name: '选项“新选项”的名称' }).fill(name);
  }

  async countAs(option: string, base: string): Promise<void> {
    await this.bench.choose(`选项“${option}”算作`, base);
  }
}
