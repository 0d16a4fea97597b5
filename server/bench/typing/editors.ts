import type { Page } from 'playwright-core';
import { largest } from './large-plan.ts';
import type { TypingWorld } from './typing-world.ts';

/** A place where people type: how to come there, as whom, and with the focus in it. */
export interface TypedEditor {
  readonly name: string;
  readonly as: 'nanshan' | 'city';
  readonly path: (world: TypingWorld) => string;
  /** On the opened page, until the field has the focus. */
  readonly reach: (page: Page) => Promise<void>;
  readonly text?: string;
}

/** A step of the shipped flow is left free to the districts; those of its copies are not. */
const flow = 'b-f2-highlight-record';
const mine = (rest: string) => (world: TypingWorld) => `/designer/layers/${world.district}/${rest}`;
const form = mine(`forms/${largest.form}`);
const setting = (name: string) => mine(`settings/${name}`);

const component = (page: Page, key: string) =>
  page.locator(`.formarea .builder-component:has(> .formio-component-${key})`);

/** Form.io’s own settings of a component, on one of their tabs. */
async function openSettings(page: Page, key: string): Promise<void> {
  await builderReady(page);
  await component(page, key).scrollIntoViewIfNeeded();
  await component(page, key).hover({ position: { x: 4, y: 4 } });
  await component(page, key).locator('[ref=editComponent], .component-settings-button-edit').first().click();
  await page.locator('.formio-dialog input[name="data[label]"]').waitFor();
}

const builderReady = (page: Page) =>
  page.locator('.op-builder[data-ready=true]').waitFor({ timeout: 60_000 });

const field = (label: string) => async (page: Page) => {
  await page.getByLabel(label, { exact: true }).first().click();
};

export const typedEditors: readonly TypedEditor[] = [
  {
    name: 'form, label of a component',
    as: 'nanshan',
    path: form,
    reach: async (page) => {
      await openSettings(page, 'question1');
      await page.locator('.formio-dialog input[name="data[label]"]').click();
    },
  },
  {
    name: 'form, description of a component',
    as: 'nanshan',
    path: form,
    reach: async (page) => {
      await openSettings(page, 'question1');
      await page.locator('.formio-dialog [name="data[description]"]').click();
    },
  },
  {
    name: 'form, condition of a component',
    as: 'nanshan',
    path: form,
    reach: async (page) => {
      await builderReady(page);
      await component(page, 'question2').scrollIntoViewIfNeeded();
      await component(page, 'question2').hover({ position: { x: 4, y: 4 } });
      await component(page, 'question2').getByRole('button', { name: '这个组件的条件、校验和去向' }).click();
      await page.getByRole('button', { name: '添加条件' }).click();
      await page.getByRole('combobox', { name: '第 1 个条件 看哪一项' }).click();
      await page.locator('.ant-select-item-option').getByText('名称', { exact: true }).click();
      await page.getByRole('textbox', { name: '第 1 个条件 比什么' }).click();
    },
  },
  {
    name: 'process, name of a step',
    as: 'nanshan',
    path: mine(`processes/${flow}`),
    reach: async (page) => {
      await page.locator('.op-modeler[data-ready=true]').waitFor({ timeout: 60_000 });
      await page.locator('[data-element-id="remindReviewer"]').first().click({ force: true });
      await page.getByLabel('名称', { exact: true }).click();
    },
  },
  {
    name: 'parameter',
    as: 'nanshan',
    path: setting('parameters'),
    reach: (page) => page.locator('#parameter-limit3').click(),
    text: '12345678',
  },
  {
    name: 'indicator, text',
    as: 'nanshan',
    path: setting('indicators'),
    reach: async (page) => {
      await page.getByRole('button', { name: /新增指标$/ }).click();
      await field('内容')(page);
    },
  },
  {
    name: 'rule, example',
    as: 'nanshan',
    path: setting('rules'),
    reach: field('例 2 的terms'),
    text: '123456',
  },
  {
    name: 'notice, heading',
    as: 'city',
    path: ({ city }) => `/designer/layers/${city}/settings/notices`,
    reach: field('公示标题'),
  },
  {
    name: 'calendar, name of a window',
    as: 'nanshan',
    path: setting('calendar'),
    reach: async (page) => {
      await page.getByRole('button', { name: /新增$/ }).first().click();
      await field('名称')(page);
    },
  },
  {
    name: 'review, comment on an element',
    as: 'city',
    path: ({ filed }) => `/designer/layers/${filed}/filing`,
    reach: async (page) => {
      await page.locator('.op-form[data-ready=true]').waitFor({ timeout: 60_000 });
      await page
        .getByRole('button', { name: /对.*的意见$/ })
        .first()
        .click();
    },
  },
];
