import { type FormHandle, FormRenderer } from '@oneplan/runtime/ui/formio/FormRenderer.tsx';
import { formPermission } from '@oneplan/runtime/ui/formio/form-permission.ts';
import type { FormDefinition } from '@oneplan/runtime/ui/formio/renderable.ts';
import type { FieldError } from '@oneplan/runtime/ui/state/ErrorSummary.tsx';
import { Button } from 'antd';
import { type ReactNode, useRef } from 'react';
import { trialChoices } from '../../form-studio/trial-choices.ts';
import type { Row } from '../session/filled-data.ts';
import type { StepForm } from '../session/step-form.ts';
import { trialStorage } from './trial-storage.ts';

interface TrialFormProps {
  readonly form: NonNullable<StepForm['fill']>;
  readonly errors: readonly FieldError[];
  readonly submit: string;
  readonly onSubmit: (data: Row) => void;
  readonly more?: ReactNode;
}

/** The real form of a step, with the fields that the step opens; checked by the code that checks on the server. */
export function TrialForm({ form, errors, submit, onSubmit, more }: TrialFormProps) {
  const handle = useRef<FormHandle>(null);
  const definition = form.definition as unknown as FormDefinition;
  const send = async () => {
    const result = await handle.current?.submit();
    if (result?.valid === true) onSubmit(result.data);
  };
  return (
    <>
      <FormRenderer
        ref={handle}
        definition={definition}
        permission={formPermission(definition, {
          readable: copyOf(form.permission.readable),
          editable: copyOf(form.permission.editable),
        })}
        data={{ ...form.data }}
        errors={errors}
        fileStorage={trialStorage}
        choices={trialChoices}
        onSubmit={() => void send()}
      />
      <div className="de-buttons">
        <Button type="primary" onClick={() => void send()}>
          {submit}
        </Button>
        {more}
      </div>
    </>
  );
}

const copyOf = (list: '*' | readonly string[]) => (list === '*' ? list : [...list]);
