import {
  ApartmentOutlined,
  AppstoreOutlined,
  AuditOutlined,
  BookOutlined,
  BranchesOutlined,
  CalculatorOutlined,
  CalendarOutlined,
  ClusterOutlined,
  ControlOutlined,
  DiffOutlined,
  EditOutlined,
  ExclamationCircleOutlined,
  FolderOutlined,
  FormOutlined,
  HistoryOutlined,
  HomeOutlined,
  LockOutlined,
  NotificationOutlined,
  PartitionOutlined,
  ProfileOutlined,
  QuestionCircleOutlined,
  SendOutlined,
  TableOutlined,
  TeamOutlined,
  UnorderedListOutlined,
  UsergroupAddOutlined,
} from '@ant-design/icons';
import { type ComponentType, memo } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import type { TreeItem } from './plan-tree.ts';

const icons: Readonly<Record<string, ComponentType>> = {
  overview: HomeOutlined,
  comparison: DiffOutlined,
  filing: SendOutlined,
  explanation: QuestionCircleOutlined,
  versions: HistoryOutlined,
  form: FormOutlined,
  process: BranchesOutlined,
  decision: PartitionOutlined,
  indicators: ApartmentOutlined,
  rules: CalculatorOutlined,
  parameters: ControlOutlined,
  calendar: CalendarOutlined,
  views: UnorderedListOutlined,
  sheets: TableOutlined,
  groups: UsergroupAddOutlined,
  modules: AppstoreOutlined,
  notices: NotificationOutlined,
  archive: FolderOutlined,
  roles: TeamOutlined,
  basis: BookOutlined,
  locks: LockOutlined,
  records: ProfileOutlined,
  structure: ClusterOutlined,
};

/** Entries that stay the current one on the pages below theirs. */
const nested: ReadonlySet<string> = new Set(['versions', 'comparison', 'filing', 'parameters']);

interface TreeLinkProps {
  readonly item: TreeItem;
  readonly unsaved: boolean;
}

/** One entry of the tree: its kind, name and marks. Drawn again only when these change: a plan has many. */
export const TreeLink = memo(function TreeLink({ item, unsaved }: TreeLinkProps) {
  const { t } = useTranslation('designer');
  const Icon = icons[item.word ?? item.id.split('/')[0] ?? ''] ?? AuditOutlined;
  return (
    <NavLink to={item.to} end={!nested.has(item.word ?? '')} className="de-tree-link">
      <Icon aria-hidden />
      <span className="de-tree-name" title={item.code}>
        {item.name ?? t(`workbench.item.${item.word}`)}
      </span>
      <span className="de-tree-marks">
        {item.problems > 0 && (
          <Mark
            kind="problems"
            word={t('workbench.mark.problems', { count: item.problems })}
            Icon={ExclamationCircleOutlined}
          />
        )}
        {unsaved ? (
          <Mark kind="unsaved" word={t('workbench.mark.unsaved')} Icon={EditOutlined} />
        ) : (
          item.changed && <Mark kind="changed" word={t('workbench.mark.changed')} Icon={EditOutlined} />
        )}
        {item.readOnly && <Mark kind="locked" word={t('workbench.mark.readOnly')} Icon={LockOutlined} />}
      </span>
    </NavLink>
  );
});

interface MarkProps {
  readonly kind: 'problems' | 'unsaved' | 'changed' | 'locked';
  readonly word: string;
  readonly Icon: ComponentType;
}

function Mark({ kind, word, Icon }: MarkProps) {
  return (
    <span className="de-tree-mark" data-kind={kind} title={word}>
      <Icon aria-hidden />
      <span className="op-visually-hidden">{word}</span>
    </span>
  );
}
