import type { Page } from 'playwright-core';

/** The list of plans and layers. */
export class PlanHome {
  private readonly page: Page;
  private readonly address: string;

  constructor(page: Page, address: string) {
    this.page = page;
    this.address = `${address}/designer/`;
  }

  async open(): Promise<void> {
    await this.page.goto(this.address);
  }

  /** One press makes the own layer of what the authority above has published. */
  async beginOwn(): Promise<void> {
    await this.page
      .getByRole('button', { name: /建立.*方案/ })
      .first()
      .click();
    await this.page.getByRole('navigation', { name: '方案目录' }).waitFor();
  }

  async openPlan(unit: string): Promise<void> {
    await this.open();
    await this.page
      .getByRole('link', { name: `设计${unit}方案` })
      .first()
      .click();
    await this.page.getByRole('navigation', { name: '方案目录' }).waitFor();
  }

  /** What stands under 备案, by the unit that files. */
  waiting(unit: string) {
    return this.page.getByRole('region', { name: /^备案/ }).getByRole('listitem').filter({ hasText: unit });
  }
}
