import type { getFiling } from '@oneplan/runtime/contracts/api/filings.ts';
import { decideFiling } from '@oneplan/runtime/contracts/api/filings.ts';
import { useApi } from '@oneplan/runtime/ui/api/api-context.tsx';
import { NetworkFailure } from '@oneplan/runtime/ui/api/api-problem.ts';
import type { AnswerOf } from '@oneplan/runtime/ui/api/client.ts';
import { useProblemText } from '@oneplan/runtime/ui/api/problem-words.ts';
import { useIntention } from '@oneplan/runtime/ui/api/use-intention.ts';
import { type FormHandle, FormRenderer } from '@oneplan/runtime/ui/formio/FormRenderer.tsx';
import type { FormDefinition } from '@oneplan/runtime/ui/formio/renderable.ts';
import { Alert, App, Button } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useForgetLifecycle } from './use-lifecycle.ts';

interface DecisionFormProps {
  readonly filingId: string;
  readonly task: NonNullable<AnswerOf<typeof getFiling>['task']>;
  /** by element */
  readonly comments: ReadonlyMap<string, string>;
}

/** The form of the step that decides on a filing: return it or accept it, with number and first day. */
export function DecisionForm({ filingId, task, comments }: DecisionFormProps) {
  const { t } = useTranslation('designer');
  const api = useApi();
  const textOf = useProblemText();
  const forget = useForgetLifecycle();
  const intention = useIntention();
  const { message } = App.useApp();
  const form = useRef<FormHandle>(null);
  const [sending, setSending] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const said = [...comments].flatMap(([element, text]) =>
    text.trim() === '' ? [] : [{ element, text: text.trim() }],
  );

  const decide = async () => {
    const filled = await form.current?.submit();
    if (!filled?.valid) return;
    setSending(true);
    setFailure(null);
    const body = { taskId: task.id, data: filled.data, comments: said };
    try {
      await api.call(decideFiling, {
        params: { id: filingId },
        body,
        idempotencyKey: intention.keyFor(body),
      });
      intention.settled();
      void message.success(t('filing.decision.done'));
      forget();
    } catch (error) {
      if (!(error instanceof NetworkFailure)) intention.settled();
      setFailure(textOf(error));
      setSending(false);
    }
  };

  return (
    <section className="de-card de-filing-decision" aria-labelledby="de-filing-decision">
      <h2 id="de-filing-decision">{task.name}</h2>
      <p className="de-muted">
        {said.length === 0
          ? t('filing.decision.hint')
          : t('filing.decision.comments', { count: said.length })}
      </p>
      <FormRenderer ref={form} definition={task.form.definition as unknown as FormDefinition} />
      <div role="alert">{failure !== null && <Alert type="warning" showIcon title={failure} />}</div>
      <div>
        <Button type="primary" loading={sending} onClick={() => void decide()}>
          {t('filing.decision.submit')}
        </Button>
      </div>
    </section>
  );
}
