import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type AccessLevel,
  accessForAll,
  accessLevels,
  accessTo,
  commonAccess,
  withAccess,
} from '../flow/field-access.ts';
import type { FieldAccess } from '../flow/flow-entry.ts';
import { FlowField } from './flow-field.tsx';
import { useHold } from './flow-panel-context.ts';
import type { FormField } from './flow-plan.ts';

interface AccessFieldsProps {
  readonly element: string;
  /** Whether the fields are those of the step's form or of the record beside it. */
  readonly part: 'form' | 'record';
  readonly label: string;
  readonly fields: readonly FormField[];
  readonly access: FieldAccess;
  readonly onSet: (access: FieldAccess) => void;
}

/** What of a form is seen and filled at a step: all alike, or field by field. */
export function AccessFields({ element, part, label, fields, access, onSet }: AccessFieldsProps) {
  const { t } = useTranslation('flow');
  const readable = useHold(element, `${part}.readable`, true);
  const editable = useHold(element, `${part}.editable`, true);
  const hold = editable.fixed ? editable : readable;
  const common = commonAccess(access);
  const [each, setEach] = useState(false);
  const isEach = each || common === undefined;
  const levels = accessLevels.map((level) => ({ value: level, label: t(`access.${level}`) }));
  const paths = fields.map(({ path }) => path);
  return (
    <FlowField label={label} hold={hold}>
      {(id) => (
        <>
          <Select
            id={id}
            disabled={hold.fixed}
            value={isEach ? 'each' : common}
            onChange={(chosen: AccessLevel | 'each') => {
              setEach(chosen === 'each');
              if (chosen !== 'each') onSet(accessForAll(chosen));
            }}
            options={[
              ...accessLevels.map((level) => ({ value: level, label: t(`access.all.${level}`) })),
              { value: 'each', label: t('access.each') },
            ]}
          />
          {isEach && (
            <ul className="op-flow-access" aria-label={label}>
              {fields.map((field) => (
                <li key={field.path}>
                  <span>{field.label}</span>
                  <Select<AccessLevel>
                    size="small"
                    aria-label={field.label}
                    disabled={hold.fixed}
                    value={accessTo(access, field.path)}
                    onChange={(level) => onSet(withAccess(access, paths, field.path, level))}
                    options={levels}
                  />
                </li>
              ))}
            </ul>
          )}
        </>
      )}
    </FlowField>
  );
}
