import type { PlanParameter } from '@oneplan/runtime/plan/parameter.ts';
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
  const { sayValue, sayBounds } = useParameterWords();
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
        {parameters.map((parameter) => {
          const { key, name, description, lock } = parameter;
          const value = values.has(key) ? (values.get(key) ?? null) : parameter.value;
          const invalid = !mayStand(parameter, value);
          const id = `parameter-${key}`;
          return (
            <tr key={key}>
              <th scope="row">
                {name}
                {description !== undefined && <span className="de-muted de-small">{description}</span>}
              </th>
              <td>
                {editable(parameter) ? (
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
        })}
      </tbody>
    </table>
  );
}
