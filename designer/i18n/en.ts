import type { SameKeys } from '@oneplan/runtime/ui/i18n/resource.ts';
import { comparisonEn } from './comparison.en.ts';
import { decisionsEn } from './decisions.en.ts';
import { definitionsEn } from './definitions.en.ts';
import { explanationEn } from './explanation.en.ts';
import { filingEn } from './filing.en.ts';
import { formImportEn } from './form-import.en.ts';
import { formInPlanEn } from './form-in-plan.en.ts';
import { formPaletteEn } from './form-palette.en.ts';
import { formPreviewEn } from './form-preview.en.ts';
import { formStudioEn } from './form-studio.en.ts';
import { layersEn } from './layers.en.ts';
import { locksEn } from './locks.en.ts';
import { manifestEn } from './manifest.en.ts';
import { optionFieldsEn } from './option-fields.en.ts';
import { planFileEn } from './plan-file.en.ts';
import { publishingEn } from './publishing.en.ts';
import { rulesEn } from './rules.en.ts';
import { sessionEn } from './session.en.ts';
import { settingsEn } from './settings.en.ts';
import { shellEn } from './shell.en.ts';
import { simulationEn } from './simulation.en.ts';
import { upgradeEn } from './upgrade.en.ts';
import { workbenchEn } from './workbench.en.ts';
import type { designerZhCN } from './zh-CN.ts';

export const designerEn: SameKeys<typeof designerZhCN> = {
  shell: shellEn,
  session: sessionEn,
  layers: layersEn,
  workbench: workbenchEn,
  manifest: manifestEn,
  settings: {
    ...settingsEn,
    ...definitionsEn,
    instead: { ...settingsEn.instead, ...definitionsEn.instead },
    notices: { ...settingsEn.notices, ...definitionsEn.notices },
  },
  locks: locksEn,
  rules: rulesEn,
  planFile: planFileEn,
  optionFields: optionFieldsEn,
  publishing: publishingEn,
  comparison: comparisonEn,
  decisions: decisionsEn,
  explanation: explanationEn,
  simulation: simulationEn,
  upgrade: upgradeEn,
  filing: filingEn,
  formStudio: formStudioEn,
  formPalette: formPaletteEn,
  formInPlan: formInPlanEn,
  formImport: formImportEn,
  formPreview: formPreviewEn,
};
