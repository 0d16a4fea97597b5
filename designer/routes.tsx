import type { ComponentType } from 'react';
import type { RouteObject } from 'react-router';
import { CrashPage } from './app/crash-page.tsx';
import { NotFoundPage } from './app/not-found-page.tsx';
import { OpeningPage } from './app/opening-page.tsx';
import { SignedInArea } from './session/signed-in-area.tsx';

/** A page whose code is loaded when it is first opened. */
function page(path: string, load: () => Promise<ComponentType>): RouteObject {
  return { path, lazy: async () => ({ Component: await load() }) };
}

/** The pages of one layer’s workbench, one line each. */
const workbenchPages: RouteObject[] = [
  page('', async () => (await import('./plan/workbench/overview-page.tsx')).OverviewPage),
  page('forms/:key', async () => (await import('./plan/editing/form-page.tsx')).FormPage),
  page('processes/:key', async () => (await import('./plan/editing/process-page.tsx')).ProcessPage),
  page('decisions/:key', async () => (await import('./plan/decisions/decision-page.tsx')).DecisionPage),
  page(
    'settings/parameters',
    async () => (await import('./plan/manifest/parameters-page.tsx')).ParametersPage,
  ),
  page(
    'settings/parameters/definitions',
    async () =>
      (await import('./plan/manifest/definitions/parameter-definitions-page.tsx')).ParameterDefinitionsPage,
  ),
  page(
    'settings/records',
    async () => (await import('./plan/manifest/records/records-page.tsx')).RecordsPage,
  ),
  page(
    'settings/structure',
    async () => (await import('./plan/manifest/definitions/structure-page.tsx')).StructurePage,
  ),
  page(
    'settings/indicators',
    async () => (await import('./plan/manifest/indicators/indicators-page.tsx')).IndicatorsPage,
  ),
  page('settings/rules', async () => (await import('./plan/manifest/rules/rules-page.tsx')).RulesPage),
  page(
    'settings/calendar',
    async () => (await import('./plan/manifest/calendar/calendar-page.tsx')).CalendarPage,
  ),
  page('settings/views', async () => (await import('./plan/manifest/views/views-page.tsx')).ViewsPage),
  page('settings/sheets', async () => (await import('./plan/manifest/views/sheets-page.tsx')).SheetsPage),
  page('settings/groups', async () => (await import('./plan/manifest/groups/groups-page.tsx')).GroupsPage),
  page(
    'settings/modules',
    async () => (await import('./plan/manifest/modules/modules-page.tsx')).ModulesPage,
  ),
  page(
    'settings/notices',
    async () => (await import('./plan/manifest/notices/notices-page.tsx')).NoticesPage,
  ),
  page(
    'settings/archive',
    async () => (await import('./plan/manifest/archive/archive-page.tsx')).ArchivePage,
  ),
  page('settings/roles', async () => (await import('./plan/manifest/definitions/roles-page.tsx')).RolesPage),
  page('settings/locks', async () => (await import('./plan/manifest/locks/locks-page.tsx')).LocksPage),
  page(
    'settings/basis',
    async () => (await import('./plan/manifest/definitions/legal-basis-page.tsx')).LegalBasisPage,
  ),
  page(
    'compare/:kind?/:key?',
    async () => (await import('./plan/comparison/comparison-page.tsx')).ComparisonPage,
  ),
  page('filing/:kind?/:key?', async () => (await import('./plan/filing/filing-page.tsx')).FilingPage),
  page('upgrade/:kind?/:key?', async () => (await import('./plan/upgrade/upgrade-page.tsx')).UpgradePage),
  page('import/:kind?/:key?', async () => (await import('./plan/files/import-page.tsx')).ImportPage),
  page('why', async () => (await import('./plan/explanation/explanation-page.tsx')).ExplanationPage),
  page(
    'simulation/:key?',
    async () => (await import('./plan/simulation/simulation-page.tsx')).SimulationPage,
  ),
  page('versions', async () => (await import('./plan/versions/versions-page.tsx')).VersionsPage),
  page(
    'versions/:bundleId/:kind?/:key?',
    async () => (await import('./plan/versions/version-page.tsx')).VersionPage,
  ),
];

/** The designer's pages; paths are below `/designer`. */
export const routes: RouteObject[] = [
  {
    errorElement: <CrashPage />,
    HydrateFallback: OpeningPage,
    element: <SignedInArea />,
    children: [
      page('/', async () => (await import('./plan/layers/layers-page.tsx')).LayersPage),
      page('/new', async () => (await import('./plan/layers/begin-plan-page.tsx')).BeginPlanPage),
      {
        path: '/layers/:layerId',
        lazy: async () => ({
          Component: (await import('./plan/workbench/workbench-page.tsx')).WorkbenchPage,
        }),
        children: workbenchPages,
      },
      { path: '*', element: <NotFoundPage /> },
    ],
  },
];
