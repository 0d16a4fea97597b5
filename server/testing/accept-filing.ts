import type { Client } from './test-server.ts';

export const acceptance = { decision: 'accept', filingNumber: '备〔2026〕1号', effectiveOn: '2026-11-20' };

/** Submits the draft of a layer and lets the authority above accept it. */
export async function fileAndAccept(
  officer: Client,
  authority: Client,
  layer: string,
  cohorts: readonly number[],
  decision: object = acceptance,
): Promise<string> {
  const filed = await officer.send<{ filing: { id: string } }>('POST', `/api/layers/${layer}/filing`, {
    body: { note: '', cohorts },
  });
  if (filed.status !== 200) throw new Error(JSON.stringify(filed.body));
  const { id } = filed.body.filing;
  const { body } = await authority.get<{ task: { id: string } | null }>(`/api/filings/${id}`);
  const decided = await authority.send('POST', `/api/filings/${id}/decision`, {
    body: { taskId: body.task?.id, data: decision },
  });
  if (decided.status !== 200) throw new Error(JSON.stringify(decided.body));
  return id;
}
