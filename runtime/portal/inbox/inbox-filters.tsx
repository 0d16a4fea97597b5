import { SearchOutlined } from '@ant-design/icons';
import { Input, type InputRef, Select } from 'antd';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { listTasks } from '../../contracts/api/tasks.ts';
import type { AnswerOf } from '../../ui/api/client.ts';
import { FilterTabs } from '../app/filter-tabs.tsx';
import { dues, type InboxFilter } from './inbox-filter.ts';

type Tasks = AnswerOf<typeof listTasks>;

interface InboxFiltersProps {
  readonly filter: InboxFilter;
  readonly counts: Tasks['counts'];
  readonly forms: Tasks['forms'];
  /** Set to the search field, for the key that leads there. */
  readonly searchBox: RefObject<HTMLInputElement | null>;
  readonly onChange: (filter: InboxFilter) => void;
}

/** ms after the last letter; asking at each one would only flicker. */
const typingPause = 300;

export function InboxFilters({ filter, counts, forms, searchBox, onChange }: InboxFiltersProps) {
  const { t } = useTranslation('portal');
  const [q, setQ] = useState(filter.q);
  const latest = useRef({ filter, onChange });
  latest.current = { filter, onChange };

  useEffect(() => {
    if (q.trim() === latest.current.filter.q.trim()) return;
    const timer = setTimeout(() => latest.current.onChange({ ...latest.current.filter, q }), typingPause);
    return () => clearTimeout(timer);
  }, [q]);

  const dueLabel = {
    overdue: t('inbox.dueOverdue', { count: counts.overdue }),
    today: t('inbox.dueToday', { count: counts.today }),
    later: t('inbox.dueLater'),
  };
  return (
    <search className="po-inbox-filters">
      <div className="po-inbox-search">
        <Input
          ref={(input: InputRef | null) => {
            searchBox.current = input?.input ?? null;
          }}
          type="search"
          aria-label={t('inbox.search')}
          placeholder={t('inbox.search')}
          prefix={<SearchOutlined aria-hidden />}
          maxLength={30}
          allowClear
          value={q}
          onChange={(event) => setQ(event.target.value)}
        />
        {forms.length > 1 && (
          <Select
            aria-label={t('inbox.form')}
            value={filter.formKey ?? ''}
            onChange={(formKey) => onChange({ ...filter, formKey: formKey === '' ? null : formKey })}
            options={[
              { value: '', label: t('inbox.allForms') },
              ...forms.map((form) => ({ value: form.formKey, label: `${form.name} ${form.count}` })),
            ]}
          />
        )}
      </div>
      <FilterTabs
        label={t('inbox.due')}
        value={filter.due}
        options={[
          { value: null, label: t('inbox.dueAll', { count: counts.all }) },
          ...dues.map((due) => ({ value: due, label: dueLabel[due] })),
        ]}
        onChange={(due) => onChange({ ...filter, due })}
      />
    </search>
  );
}
