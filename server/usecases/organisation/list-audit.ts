import type { listAudit as contract } from '@oneplan/runtime/contracts/api/audit.ts';
import { Op } from 'sequelize';
import type { z } from 'zod';
import type { Context } from '../../context.ts';

/** Newest first. Ids are UUID v7, so their order is the order of time. */
export async function listAudit(
  context: Context,
  query: z.output<typeof contract.query>,
): Promise<z.input<typeof contract.response>> {
  const rows = await context.tables.audit.find(
    {
      ...(query.action ? { action: query.action } : {}),
      ...(query.objectId ? { objectId: query.objectId } : {}),
      ...(query.after ? { id: { [Op.lt]: query.after } } : {}),
    },
    { order: [['id', 'DESC']], limit: query.limit + 1 },
  );
  const page = rows.slice(0, query.limit);
  return {
    items: page.map((row) => ({
      id: row.id,
      at: new Date(Number(row.at)).toISOString(),
      actor: row.actorName,
      action: row.action,
      objectKind: row.objectKind,
      objectId: row.objectId,
      detail: JSON.parse(row.detail) as Record<string, unknown>,
    })),
    next: rows.length > query.limit ? (page.at(-1)?.id ?? null) : null,
  };
}
