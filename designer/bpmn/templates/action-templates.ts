/** What the platform does by itself at a step, and what it asks the officer for. */

export interface TemplateInput {
  /** Name of the input of the external task. */
  readonly name: string;
  /** Where its values come from. */
  readonly ask: 'recipient' | 'message' | 'notice' | 'section';
}

export interface ActionTemplate {
  readonly key: 'notify' | 'openNotice' | 'closeNotice' | 'appendArchive';
  /** Topic of the external task that a worker of the platform serves. */
  readonly topic: string;
  readonly inputs: readonly TemplateInput[];
}

/** In the order of a record's life. */
export const actionTemplates: readonly ActionTemplate[] = [
  {
    key: 'notify',
    topic: 'notify',
    inputs: [
      { name: 'recipient', ask: 'recipient' },
      { name: 'kind', ask: 'message' },
    ],
  },
  { key: 'openNotice', topic: 'notice.open', inputs: [{ name: 'notice', ask: 'notice' }] },
  { key: 'closeNotice', topic: 'notice.close', inputs: [{ name: 'notice', ask: 'notice' }] },
  { key: 'appendArchive', topic: 'archive.append', inputs: [{ name: 'section', ask: 'section' }] },
];

/** The messages that the portal has words for. */
export const messageKinds = [
  'record-returned',
  'record-confirmed',
  'review-reminder',
  'task-created',
] as const;

export const templateOf = (topic: string | undefined): ActionTemplate | undefined =>
  actionTemplates.find((template) => template.topic === topic);
