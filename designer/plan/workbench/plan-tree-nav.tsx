import { MenuFoldOutlined, MenuUnfoldOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { sameArtefact } from '../artefact-ref.ts';
import { AddDecision } from '../decisions/add-decision.tsx';
import { findingsByArtefact } from '../findings/findings-by-artefact.ts';
import { manifestPlace } from '../findings/manifest-place.ts';
import { AddArtefact } from './add-artefact.tsx';
import { planTree } from './plan-tree.ts';
import { TreeLink } from './tree-link.tsx';
import { type OpenDraft, useWorkbench } from './workbench-context.ts';
import './plan-tree.css';

interface PlanTreeNavProps {
  readonly shown: boolean;
  readonly onToggle: () => void;
  readonly draft: OpenDraft | null;
}

/** What the plan consists of, each with its marks, leading to its page. */
export function PlanTreeNav({ shown, onToggle, draft }: PlanTreeNavProps) {
  const { t } = useTranslation('designer');
  const { layer, artefacts, manifest, findings } = useWorkbench();
  const sections = useMemo(() => {
    const groups = findingsByArtefact(findings ?? [], { planKey: layer.planKey, manifest, artefacts });
    return planTree({
      layer,
      artefacts,
      manifest,
      problemsOf: (artefact) =>
        groups.find((group) => group.artefact && sameArtefact(group.artefact, artefact))?.findings.length ??
        0,
      problemsOn: (page) =>
        groups
          .filter(({ artefact }) => artefact?.kind === 'manifest')
          .flatMap((group) => group.findings)
          .filter(({ path }) => manifest && manifestPlace(manifest, path ?? '').page === page).length,
    });
  }, [layer, artefacts, manifest, findings]);
  const unsaved = draft && draft.phase !== 'saved' ? draft.artefact : null;
  const unsavedId =
    unsaved && (unsaved.kind === 'manifest' ? 'parameters' : `${unsaved.kind}/${unsaved.key}`);
  return (
    <aside className="de-tree">
      <Button
        type="text"
        className="de-tree-toggle"
        icon={shown ? <MenuFoldOutlined /> : <MenuUnfoldOutlined />}
        aria-expanded={shown}
        aria-label={t(shown ? 'workbench.collapse' : 'workbench.expand')}
        title={t(shown ? 'workbench.collapse' : 'workbench.expand')}
        onClick={onToggle}
      />
      <nav aria-label={t('workbench.tree')} hidden={!shown}>
        {sections.map((section) => (
          <section key={section.key} aria-labelledby={`de-tree-${section.key}`}>
            <h2 id={`de-tree-${section.key}`}>
              {t(`workbench.section.${section.key}`)}
              {section.key !== 'plan' && section.key !== 'settings' && (
                <span className="de-count">{section.items.length}</span>
              )}
              {layer.editable && section.key === 'forms' && <AddArtefact kind="form" />}
              {layer.editable && section.key === 'processes' && <AddArtefact kind="process" />}
              {section.key === 'decisions' && layer.editable && <AddDecision />}
            </h2>
            <ul>
              {section.items.map((item) => (
                <li key={item.id}>
                  <TreeLink item={item} unsaved={item.id === unsavedId} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </nav>
    </aside>
  );
}
