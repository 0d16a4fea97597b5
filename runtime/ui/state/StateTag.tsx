import {
  CheckCircleOutlined,
  ClockCircleOutlined,
  EditOutlined,
  ExclamationCircleOutlined,
  FolderOutlined,
  HistoryOutlined,
  LockOutlined,
  NotificationOutlined,
  RollbackOutlined,
  SendOutlined,
  SyncOutlined,
  UndoOutlined,
} from '@ant-design/icons';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { type StateName, stateColours } from './states.ts';
import './state-tag.css';

const icons: Readonly<Record<StateName, ComponentType>> = {
  draft: EditOutlined,
  waiting: ClockCircleOutlined,
  running: SyncOutlined,
  returned: RollbackOutlined,
  withdrawn: UndoOutlined,
  confirmed: CheckCircleOutlined,
  done: CheckCircleOutlined,
  noticed: NotificationOutlined,
  archived: FolderOutlined,
  locked: LockOutlined,
  published: SendOutlined,
  superseded: HistoryOutlined,
  overdue: ExclamationCircleOutlined,
};

interface StateTagProps {
  readonly state: StateName;
  /** Words in place of the state's own, e.g. "被退回 · 3 天内". */
  readonly label?: string;
}

/** A state as icon, word and colour together; never by colour alone. */
export function StateTag({ state, label }: StateTagProps) {
  const { t } = useTranslation('ui');
  const Icon = icons[state];
  return (
    <span className="op-state" data-colour={stateColours[state]} data-state={state}>
      <Icon aria-hidden />
      <span>{label ?? t(`state.${state}`)}</span>
    </span>
  );
}
