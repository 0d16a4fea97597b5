import { EditOutlined, MinusCircleOutlined, PlusCircleOutlined, SwapOutlined } from '@ant-design/icons';
import type { PlanChange } from '@oneplan/runtime/plan/diff/plan-change.ts';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';

const icons: Readonly<Record<PlanChange['change'], ComponentType>> = {
  added: PlusCircleOutlined,
  removed: MinusCircleOutlined,
  changed: EditOutlined,
  moved: SwapOutlined,
};

interface ChangeTagProps {
  readonly change: PlanChange['change'];
  /** Words in place of the change’s own. */
  readonly label?: string;
}

/** What was done to an element, as icon, word and colour. */
export function ChangeTag({ change, label }: ChangeTagProps) {
  const { t } = useTranslation('designer');
  const Icon = icons[change];
  return (
    <span className="de-change" data-change={change}>
      <Icon aria-hidden /> {label ?? t(`comparison.change.${change}`)}
    </span>
  );
}
