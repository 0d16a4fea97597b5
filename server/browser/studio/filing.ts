import type { Page } from 'playwright-core';

/** 备案 from both sides: the district that files, the city that reviews. */
export class Filing {
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Files the draft; ends when it waits at the authority above. */
  async file(unit: string, authority: string): Promise<void> {
    await this.page.getByRole('button', { name: '申报', exact: true }).click();
    const dialog = this.page.getByRole('dialog');
    await dialog.getByText('检查通过，没有发现问题。').waitFor();
    await dialog.getByRole('button', { name: '申报', exact: true }).click();
    await this.page.getByRole('heading', { name: `${unit}向${authority}备案` }).waitFor();
  }

  async reviewReady(): Promise<void> {
    await this.page.locator('.op-form[data-ready=true]').waitFor();
  }

  async comment(element: string, text: string): Promise<void> {
    const name = `对“${element}”的意见`;
    await this.page.getByRole('button', { name }).first().click();
    await this.page.getByRole('textbox', { name }).first().fill(text);
  }

  async sendBack(reason: string): Promise<void> {
    await this.page.getByLabel('退回修改').check();
    await this.page.getByLabel('意见', { exact: true }).fill(reason);
    await this.submit();
    await this.page
      .getByText(/退回修改/)
      .first()
      .waitFor();
  }

  /** `from`: first day, `YYYY-MM-DD`. */
  async accept(number: string, from: string): Promise<void> {
    await this.page.getByLabel('准予备案').check();
    await this.page.getByLabel('备案号').fill(number);
    await this.page.getByLabel('实施日期').fill(from);
    await this.submit();
    await this.page.getByText(number).first().waitFor();
  }

  /** Publishes what was accepted, as the first version. */
  async publish(): Promise<void> {
    await this.page.getByRole('button', { name: '发布', exact: true }).click();
    await this.page.getByRole('dialog').getByRole('button', { name: '发布第 1 版' }).click();
    await this.page.getByText('第 1 版已发布').first().waitFor();
    await this.page.getByRole('dialog').getByRole('button', { name: '完成' }).click();
  }

  private async submit(): Promise<void> {
    await this.page.getByRole('button', { name: '提交审核结果' }).click();
  }
}
