/** The page that a message is about: the task while it is told of, else the record, else none. */
export function notificationTarget(message: {
  readonly taskId: string | null;
  readonly recordId: string | null;
}): string | null {
  if (message.taskId !== null) return `/inbox/${message.taskId}`;
  return message.recordId === null ? null : `/records/${message.recordId}`;
}
