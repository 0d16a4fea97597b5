import { useTranslation } from 'react-i18next';
import { FilterTabs } from '../app/filter-tabs.tsx';
import type { OwnStudent } from './use-own-student.ts';

/** Which child; nothing where there is no choice. */
export function ChildPicker({ student, children, choose }: OwnStudent) {
  const { t } = useTranslation('portal');
  if (children.length < 2 || student === null) {
    return null;
  }
  return (
    <FilterTabs<string>
      label={t('home.child')}
      value={student.id}
      options={children.map((child) => ({ value: child.id, label: `${child.name} ${child.className}` }))}
      onChange={(id) => id !== null && choose(id)}
    />
  );
}
