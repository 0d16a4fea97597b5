import type { listNotifications as contract } from '@oneplan/runtime/contracts/api/publicity.ts';
import type { z } from 'zod';
import type { Context } from '../../context.ts';
import type { Caller } from '../../identity/caller.ts';

const shown = 100;

export async function listNotifications(
  context: Context,
  caller: Caller,
): Promise<z.input<typeof contract.response>> {
  const rows = await context.tables.notifications.find(
    { userId: caller.userId },
    {
      order: [
        ['createdAt', 'DESC'],
        ['id', 'DESC'],
      ],
      limit: shown,
    },
  );
  return {
    items: rows.map((row) => ({
      id: row.id,
      kind: row.kind,
      title: row.title,
      recordId: row.submissionId,
      taskId: row.taskId,
      createdAt: new Date(Number(row.createdAt)).toISOString(),
      readAt: row.readAt === null ? null : new Date(Number(row.readAt)).toISOString(),
    })),
    unread: await context.tables.notifications.count({ userId: caller.userId, readAt: null }),
  };
}

export async function readNotifications(context: Context, caller: Caller): Promise<{ unread: number }> {
  await context.tables.notifications.update(
    { userId: caller.userId, readAt: null },
    { readAt: context.now() },
  );
  return { unread: 0 };
}
