import { comparisonZhCN } from './comparison.zh-CN.ts';
import { decisionsZhCN } from './decisions.zh-CN.ts';
import { definitionsZhCN } from './definitions.zh-CN.ts';
import { explanationZhCN } from './explanation.zh-CN.ts';
import { filingZhCN } from './filing.zh-CN.ts';
import { formImportZhCN } from './form-import.zh-CN.ts';
import { formInPlanZhCN } from './form-in-plan.zh-CN.ts';
import { formPaletteZhCN } from './form-palette.zh-CN.ts';
import { formPreviewZhCN } from './form-preview.zh-CN.ts';
import { formStudioZhCN } from './form-studio.zh-CN.ts';
import { layersZhCN } from './layers.zh-CN.ts';
import { locksZhCN } from './locks.zh-CN.ts';
import { manifestZhCN } from './manifest.zh-CN.ts';
import { optionFieldsZhCN } from './option-fields.zh-CN.ts';
import { planFileZhCN } from './plan-file.zh-CN.ts';
import { publishingZhCN } from './publishing.zh-CN.ts';
import { rulesZhCN } from './rules.zh-CN.ts';
import { sessionZhCN } from './session.zh-CN.ts';
import { settingsZhCN } from './settings.zh-CN.ts';
import { shellZhCN } from './shell.zh-CN.ts';
import { simulationZhCN } from './simulation.zh-CN.ts';
import { upgradeZhCN } from './upgrade.zh-CN.ts';
import { workbenchZhCN } from './workbench.zh-CN.ts';

/** Namespace `designer`: the pages. */
export const designerZhCN = {
  shell: shellZhCN,
  session: sessionZhCN,
  layers: layersZhCN,
  workbench: workbenchZhCN,
  manifest: manifestZhCN,
  settings: {
    ...settingsZhCN,
    ...definitionsZhCN,
    instead: { ...settingsZhCN.instead, ...definitionsZhCN.instead },
    notices: { ...settingsZhCN.notices, ...definitionsZhCN.notices },
  },
  locks: locksZhCN,
  rules: rulesZhCN,
  planFile: planFileZhCN,
  optionFields: optionFieldsZhCN,
  publishing: publishingZhCN,
  comparison: comparisonZhCN,
  decisions: decisionsZhCN,
  explanation: explanationZhCN,
  simulation: simulationZhCN,
  upgrade: upgradeZhCN,
  filing: filingZhCN,
  formStudio: formStudioZhCN,
  formPalette: formPaletteZhCN,
  formInPlan: formInPlanZhCN,
  formImport: formImportZhCN,
  formPreview: formPreviewZhCN,
} as const;
