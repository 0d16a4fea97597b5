import type { Page } from 'playwright-core';

/** The frame around everything of one layer: its tree, saving, checking. */
export class Workbench {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open(name: string | RegExp): Promise<void> {
    // A link may end in the words of its marks: 已修改, 未保存.
    const link = typeof name === 'string' ? new RegExp(`(^| )${name}( |$)`) : name;
    await this.page
      .getByRole('navigation', { name: '方案目录' })
      .getByRole('link', { name: link })
      .first()
      .click();
  }

  /** Ends when the server has taken it. */
  async save(): Promise<void> {
    // What was set last may still be on its way to the page.
    await this.state('未保存')
      .waitFor({ timeout: 3_000 })
      .catch(() => undefined);
    await this.page.getByRole('button', { name: /保存$/ }).first().click();
    await this.state('已保存').waitFor();
  }

  state(words: string) {
    return this.page.locator('.de-save-state').filter({ hasText: words });
  }

  /** A control of the open entry, by its label. */
  async choose(label: string | RegExp, option: string): Promise<void> {
    const control = this.page.getByRole('combobox', { name: label });
    const offered = this.page
      .locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option')
      .getByText(option, { exact: true });
    // What was typed before reaches the page as the control takes the focus, and may close its list once.
    for (let tries = 1; ; tries++) {
      if (!(await offered.isVisible())) await control.click();
      try {
        await offered.click({ timeout: 2_000 });
        return;
      } catch (error) {
        if (tries === 4) throw error;
      }
    }
  }
}
