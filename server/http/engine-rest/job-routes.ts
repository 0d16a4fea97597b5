import { z } from 'zod';
import { setJobDueDate, setJobRetries, setJobSuspension } from '../../usecases/engine-jobs/adjust-job.ts';
import { runJobNow } from '../../usecases/engine-jobs/run-job-now.ts';
import { resolveIncident } from '../../usecases/jobs/resolve-incident.ts';
import { instantOf } from './camunda-date.ts';
import { suspensionBody } from './command-bodies.ts';
import { retriesBody } from './external-task-bodies.ts';
import { parseBody } from './parse-body.ts';
import { notFound } from './rest-failure.ts';
import { type RestCall, type RestRoute, route } from './rest-route.ts';

const idOf = ({ params }: RestCall): string => params.id ?? '';
const dueDateBody = z.object({
  duedate: z
    .string()
    .transform((value, context) => {
      const instant = instantOf(value);
      if (instant !== null) return instant;
      context.addIssue({ code: 'custom', message: 'expected a date such as 2026-11-22T08:00:00.000+0000' });
      return z.NEVER;
    })
    .nullish(),
});
const resolvedRetries = 1;

/** Commands on jobs and incidents. */
export const jobRoutes: readonly RestRoute[] = [
  route('post', '/job/:id/execute', 'job.manage', (context, call) => runJobNow(context, idOf(call))),
  route('put', '/job/:id/retries', 'job.manage', (context, call) =>
    setJobRetries(context, idOf(call), parseBody(retriesBody, call.body).retries),
  ),
  route('put', '/job/:id/duedate', 'job.manage', (context, call) =>
    setJobDueDate(context, idOf(call), parseBody(dueDateBody, call.body).duedate ?? null),
  ),
  route('put', '/job/:id/suspended', 'job.manage', (context, call) =>
    setJobSuspension(context, idOf(call), parseBody(suspensionBody, call.body).suspended),
  ),
  route('delete', '/incident/:id', 'incident.manage', async (context, call) => {
    const found = await context.sql.one('SELECT id FROM incident WHERE id = ?', [idOf(call)]);
    if (!found) throw notFound(`Cannot find an incident with id '${idOf(call)}': incident is null`);
    await resolveIncident(context, null, { id: idOf(call), retries: resolvedRetries });
  }),
];
