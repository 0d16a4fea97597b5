import type { PlanChange } from '@oneplan/runtime/plan/diff/plan-change.ts';
import { FormRenderer } from '@oneplan/runtime/ui/formio/FormRenderer.tsx';
import type { FormDefinition } from '@oneplan/runtime/ui/formio/renderable.ts';
import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Comparison, NamedSide } from './comparison.ts';
import { type ComponentMark, componentMarks } from './picture-marks.ts';
import { useComponentMarks } from './use-component-marks.ts';

interface ComparedFormsProps {
  readonly form: string;
  readonly comparison: Comparison;
  readonly changes: readonly PlanChange[];
}

/** A form on both sides, as whoever fills it sees it, with what differs marked. */
export function ComparedForms({ form, comparison, changes }: ComparedFormsProps) {
  const marks = useMemo(() => componentMarks(form, changes), [form, changes]);
  return (
    <div className="de-sides">
      <Side form={form} side={comparison.base} marks={marks.base} />
      <Side form={form} side={comparison.mine} marks={marks.mine} />
    </div>
  );
}

interface SideProps {
  readonly form: string;
  readonly side: NamedSide;
  readonly marks: ReadonlyMap<string, ComponentMark>;
}

function Side({ form, side, marks }: SideProps) {
  const { t } = useTranslation('designer');
  const host = useRef<HTMLDivElement>(null);
  const definition = side.side.content.forms[form];
  useComponentMarks(host, marks, (mark) => t(`comparison.change.${mark}`));
  return (
    <section aria-label={side.name}>
      <h3>{side.name}</h3>
      <div ref={host} className="de-side">
        {definition ? (
          <FormRenderer definition={definition as unknown as FormDefinition} readOnly />
        ) : (
          <p className="de-muted">{t('comparison.notIn', { name: side.name })}</p>
        )}
      </div>
    </section>
  );
}
