import { listChoices } from '@oneplan/runtime/contracts/api/choices.ts';
import * as contract from '@oneplan/runtime/contracts/api/records.ts';
import { createAttachment } from '../../usecases/attachments/create-attachment.ts';
import { getAttachment } from '../../usecases/attachments/get-attachment.ts';
import { listChoices as choicesFor } from '../../usecases/choices/list-choices.ts';
import { createSubmission, createSubmissions } from '../../usecases/records/create-submission.ts';
import { getRecord, listRecords } from '../../usecases/records/get-record.ts';
import { getRecordForm, listRecordForms } from '../../usecases/records/get-record-form.ts';
import { saveDraft } from '../../usecases/records/save-draft.ts';
import { type Route, route, togetherRoute } from '../route.ts';

export const recordRoutes: Route[] = [
  route(listChoices, async (context, caller, { params, query }) =>
    choicesFor(context, caller, { picker: params.picker, ...query }),
  ),
  route(contract.listRecordForms, (context, _caller, { params }) => listRecordForms(context, params.id)),
  route(contract.getRecordForm, (context, caller, { params }) =>
    getRecordForm(context, caller, { studentId: params.id, formKey: params.formKey }),
  ),
  route(contract.listRecords, (context, caller, { params }) => listRecords(context, caller, params.id)),
  route(contract.getRecord, (context, caller, { params }) => getRecord(context, caller, params.id)),
  togetherRoute(
    contract.createSubmission,
    (context, caller, { body }) => createSubmission(context, caller, body),
    async (context, calls) => {
      const answers = await createSubmissions(
        context,
        calls.map(({ caller, input }) => ({ caller, input: input.body })),
      );
      return answers.map((answer) => (answer instanceof Error ? null : answer));
    },
    ({ input }) => input.body.studentId,
  ),
  route(contract.saveDraft, (context, caller, { params, body }) =>
    saveDraft(context, caller, { studentId: params.id, formKey: params.formKey, data: body.data }),
  ),
  route(contract.deleteDraft, async (context, caller, { params }) => {
    await context.tables.drafts.delete({
      userId: caller.userId,
      studentId: params.id,
      formKey: params.formKey,
    });
    return {};
  }),
  route(contract.createAttachment, (context, caller, { params, query, bytes }) =>
    createAttachment(context, caller, { studentId: params.id, name: query.name, bytes }),
  ),
  route(contract.getAttachment, async (context, _caller, { params, response }) => {
    const { row, bytes } = await getAttachment(context, params.id);
    response.setHeader('content-type', row.mediaType);
    response.setHeader('content-security-policy', "default-src 'none'; sandbox");
    response.setHeader('cache-control', 'private, max-age=3600');
    const disposition = row.mediaType === 'application/pdf' ? 'attachment' : 'inline';
    response.setHeader(
      'content-disposition',
      `${disposition}; filename*=UTF-8''${encodeURIComponent(row.name)}`,
    );
    response.send(bytes);
    return undefined;
  }),
];
