import { EditOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { useCalendarDate } from '../app/calendar-date.ts';
import { type FieldValue, type RecordField, recordFields } from './record-fields.ts';

interface RecordDataProps {
  readonly definition: { readonly components: readonly unknown[] };
  readonly data: Readonly<Record<string, unknown>>;
  /** Keys of components to mark as changed since last time. */
  readonly changed?: readonly string[];
}

/** What is filled in, to be read: labels and values, without the form’s weight. */
export function RecordData({ definition, data, changed = [] }: RecordDataProps) {
  const fields = recordFields(definition, data);
  return (
    <dl className="po-fields">
      {fields.map((field) => (
        <Field key={field.key} field={field} changed={changed.includes(field.key)} />
      ))}
    </dl>
  );
}

function Field({ field, changed }: { readonly field: RecordField; readonly changed: boolean }) {
  const { t } = useTranslation('portal');
  return (
    <div data-changed={changed}>
      <dt>
        {field.label}
        {changed && (
          <span className="po-changed">
            <EditOutlined aria-hidden /> {t('record.page.changed')}
          </span>
        )}
      </dt>
      <dd>
        <Value value={field.value} />
      </dd>
    </div>
  );
}

function Value({ value }: { readonly value: FieldValue }) {
  const { t } = useTranslation('portal');
  const dateOf = useCalendarDate();
  switch (value.kind) {
    case 'text':
      return value.text;
    case 'date':
      return dateOf(value.iso, value.time);
    case 'yes-no':
      return t(value.yes ? 'record.page.yes' : 'record.page.no');
    case 'picture':
      return <img className="po-signature" src={value.src} alt={t('record.page.signature')} />;
    case 'rows':
      return (
        <ol className="po-rows">
          {value.rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a grid have no identity but their place
            <li key={index}>
              {row.map((field) => (
                <span key={field.key}>
                  <span className="po-muted">{field.label}</span> <Value value={field.value} />
                </span>
              ))}
            </li>
          ))}
        </ol>
      );
  }
}
