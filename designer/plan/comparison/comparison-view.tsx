import {
  BranchesOutlined,
  ControlOutlined,
  FormOutlined,
  PartitionOutlined,
  ProfileOutlined,
} from '@ant-design/icons';
import type { PlanLayer } from '@oneplan/runtime/plan/locks/plan-layer.ts';
import { EmptyState } from '@oneplan/runtime/ui/state/EmptyState.tsx';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ComparedArtefact } from './compared-artefact.ts';
import { ComparedArtefactPage } from './compared-artefact-page.tsx';
import { artefactName, type Comparison } from './comparison.ts';
import { ComparisonSummary } from './comparison-summary.tsx';
import type { ElementComments } from './element-comment.tsx';

interface ComparisonViewProps {
  readonly comparison: Comparison;
  /** The layers above the one that is compared, the uppermost first. */
  readonly above: readonly PlanLayer[];
  /** Undefined: the summary. */
  readonly open: ComparedArtefact | undefined;
  readonly linkTo: (artefact?: ComparedArtefact) => string;
  readonly fingerprint?: string;
  readonly comments?: ElementComments;
}

const icons = {
  form: <FormOutlined />,
  process: <BranchesOutlined />,
  decision: <PartitionOutlined />,
  settings: <ControlOutlined />,
} as const;

/** What distinguishes two plans: what has changed on the left, each side by side, and everything as one table. */
export function ComparisonView({
  comparison,
  above,
  open,
  linkTo,
  fingerprint,
  comments,
}: ComparisonViewProps) {
  const { t } = useTranslation('designer');
  const { artefacts, base, mine } = comparison;
  const isOpen = (it: ComparedArtefact) => it.kind === open?.kind && it.key === open.key;
  if (artefacts.length === 0 && open === undefined)
    return (
      <EmptyState
        title={t('comparison.same')}
        hint={t('comparison.sameHint', { name: mine.name, base: base.name })}
      />
    );
  return (
    <div className="de-editor-body de-version">
      <nav aria-label={t('comparison.contents')} className="de-comparison-nav">
        <ul>
          <li>
            <Item
              to={linkTo()}
              open={open === undefined}
              icon={<ProfileOutlined />}
              name={t('comparison.summary')}
            />
          </li>
          {artefacts.map((artefact) => (
            <li key={`${artefact.kind}/${artefact.key}`}>
              <Item
                to={linkTo(artefact)}
                open={isOpen(artefact)}
                icon={icons[artefact.kind]}
                name={artefactName(comparison, artefact) ?? t('comparison.settings')}
                count={t('comparison.count', {
                  count: new Set(artefact.changes.map((it) => it.element)).size,
                })}
              />
            </li>
          ))}
        </ul>
      </nav>
      {open ? (
        <ComparedArtefactPage
          key={`${open.kind}/${open.key}`}
          comparison={comparison}
          above={above}
          artefact={open}
          changes={artefacts.find(isOpen)?.changes ?? []}
          comments={comments}
        />
      ) : (
        <ComparisonSummary
          comparison={comparison}
          above={above}
          linkTo={linkTo}
          fingerprint={fingerprint}
          comments={comments}
        />
      )}
    </div>
  );
}

interface ItemProps {
  readonly to: string;
  readonly open: boolean;
  readonly icon: ReactNode;
  readonly name: string;
  readonly count?: string;
}

function Item({ to, open, icon, name, count }: ItemProps) {
  return (
    <Link to={to} className="de-tree-link" aria-current={open ? 'page' : undefined}>
      <span aria-hidden>{icon}</span>
      <span className="de-tree-name">{name}</span>
      {count !== undefined && <span className="de-count">{count}</span>}
    </Link>
  );
}
