import { Segmented, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { OwnStudent } from './use-own-student.ts';

/** Which child; nothing where there is no choice. */
export function ChildPicker({ student, children, choose }: OwnStudent) {
  const { t } = useTranslation('portal');
  if (children.length < 2 || student === null) {
    return null;
  }
  const options = children.map((child) => ({ value: child.id, label: `${child.name} ${child.className}` }));
  return children.length <= 3 ? (
    <Segmented aria-label={t('home.child')} value={student.id} options={options} onChange={choose} />
  ) : (
    <Select aria-label={t('home.child')} value={student.id} options={options} onChange={choose} />
  );
}
