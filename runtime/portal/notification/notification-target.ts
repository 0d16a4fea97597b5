/** The page that a message is about: the task while it is told of, else the record, else the plans; else none. */
export function notificationTarget(message: {
  readonly kind: string;
  readonly taskId: string | null;
  readonly recordId: string | null;
}): string | null {
  if (message.taskId !== null) return `/inbox/${message.taskId}`;
  if (message.recordId !== null) return `/records/${message.recordId}`;
  return message.kind.startsWith('filing-') ? designerAddress : null;
}

/** The list of plans says what waits for whom; an application of its own. */
export const designerAddress = '/designer/';
