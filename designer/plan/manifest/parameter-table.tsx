import type { PlanParameter } from '@oneplan/runtime/plan/parameter.ts';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { LockNote } from '../editing/lock-note.tsx';
import { ParameterControl } from './parameter-control.tsx';
import { mayStand } from './parameter-value.ts';
import { useParameterWords } from './use-parameter-words.ts';
import './parameter-table.css';

type Values = ReadonlyMap<string, PlanParameter['value'] | null>;

interface ParameterTableProps {
  readonly parameters: readonly PlanParameter[];
  readonly values: Values;
  /** Whether this one may be changed here. */
  readonly editable: (parameter: PlanParameter) => boolean;
  readonly onChange: (key: string, value: PlanParameter['value'] | null) => void;
}

/** Parameters with value, what is allowed, and the rule upon each. */
export function ParameterTable({ parameters, values, editable, onChange }: ParameterTableProps) {
  const { t } = useTranslation('designer');
  return (
    <table className="de-table de-parameters" aria-label={t('manifest.parameters.title')}>
      <thead>
        <tr>
          {(['name', 'value', 'bounds', 'lock'] as const).map((column) => (
            <th key={column} scope="col">
              {t(`manifest.parameters.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {parameters.map((parameter) => (
          <ParameterRow
            key={parameter.key}
            parameter={parameter}
            value={values.has(parameter.key) ? (values.get(parameter.key) ?? null) : parameter.value}
            editable={editable(parameter)}
            onChange={onChange}
          />
        ))}
      </tbody>
    </table>
  );
}

interface ParameterRowProps extends Pick<ParameterTableProps, 'onChange'> {
  readonly parameter: PlanParameter;
  readonly value: PlanParameter['value'] | null;
  readonly editable: boolean;
}

/** Drawn again only when this parameter has changed: a plan may have many. */
const ParameterRow = memo(function ParameterRow({ parameter, value, editable, onChange }: ParameterRowProps) {
  const { sayValue, sayBounds } = useParameterWords();
  const { t } = useTranslation('designer');
  const { key, name, description, lock } = parameter;
  const invalid = !mayStand(parameter, value);
  const id = `parameter-${key}`;
  return (
    <tr>
      <th scope="row">
        {name}
        {description !== undefined && <span className="de-muted de-small">{description}</span>}
      </th>
      <td>
        {editable ? (
          <>
            <ParameterControl
              id={id}
              parameter={parameter}
              value={value}
              describedBy={`${id}-bounds`}
              invalid={invalid}
              onChange={(next) => onChange(key, next)}
            />
            {invalid && (
              <p className="de-field-error" role="alert">
                {value === null
                  ? t('manifest.parameters.missing')
                  : t('manifest.parameters.outside', { bounds: sayBounds(parameter) })}
              </p>
            )}
          </>
        ) : (
          <strong>{sayValue(parameter, parameter.value)}</strong>
        )}
      </td>
      <td id={`${id}-bounds`}>
        {sayBounds(parameter)}
        {lock.direction !== undefined && (
          <span className="de-muted de-small">{t(`manifest.parameters.${lock.direction}`)}</span>
        )}
      </td>
      <td>
        <LockNote name={name} lock={lock} />
      </td>
    </tr>
  );
});
