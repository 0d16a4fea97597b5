import type { ComponentType } from 'react';
import { createBrowserRouter, type RouteObject } from 'react-router';
import { SignedInArea } from '../session/signed-in-area.tsx';
import { CrashPage } from './crash-page.tsx';
import { NotFoundPage } from './not-found-page.tsx';
import { OpeningPage } from './opening-page.tsx';

/** A page whose code is loaded when it is first opened. */
function page(path: string, load: () => Promise<ComponentType>): RouteObject {
  return { path, lazy: async () => ({ Component: await load() }) };
}

/** Every address of the portal, one line a page. */
const pages: readonly RouteObject[] = [
  page('/', async () => (await import('../home/home-page.tsx')).HomePage),
  page('/units/:unitId', async () => (await import('../home/unit-progress-page.tsx')).UnitProgressPage),
  page('/inbox/:taskId?', async () => (await import('../inbox/inbox-page.tsx')).InboxPage),
  page('/records', async () => (await import('../record/records-page.tsx')).RecordsPage),
  page('/records/new', async () => (await import('../record/choose-form-page.tsx')).ChooseFormPage),
  page('/records/new/:formKey', async () => (await import('../record/fill-form-page.tsx')).FillFormPage),
  page('/records/:recordId', async () => (await import('../record/record-page.tsx')).RecordPage),
  page(
    '/records/:recordId/submitted',
    async () => (await import('../record/submitted-page.tsx')).SubmittedPage,
  ),
  page('/students', async () => (await import('../students/students-page.tsx')).StudentsPage),
  page('/students/:studentId/records', async () => (await import('../record/records-page.tsx')).RecordsPage),
  page('/students/:studentId/archive', async () => (await import('../archive/archive-page.tsx')).ArchivePage),
  page('/archive', async () => (await import('../archive/archive-page.tsx')).ArchivePage),
  page('/notices', async () => (await import('../notice/notices-page.tsx')).NoticesPage),
  page('/notices/:noticeId', async () => (await import('../notice/notice-page.tsx')).NoticePage),
  page(
    '/notifications',
    async () => (await import('../notification/notifications-page.tsx')).NotificationsPage,
  ),
  page('/roster', async () => (await import('../roster/roster-page.tsx')).RosterPage),
  page('/operations', async () => (await import('../operations/operations-page.tsx')).OperationsPage),
  page(
    '/operations/instances',
    async () => (await import('../operations/instance/instances-page.tsx')).InstancesPage,
  ),
  page(
    '/operations/instances/:instanceId',
    async () => (await import('../operations/instance/instance-page.tsx')).InstancePage,
  ),
  page(
    '/operations/launches',
    async () => (await import('../operations/launch/launches-page.tsx')).LaunchesPage,
  ),
  page(
    '/operations/launches/new',
    async () => (await import('../operations/launch/new-launch-page.tsx')).NewLaunchPage,
  ),
  page(
    '/operations/launches/:launchId',
    async () => (await import('../operations/launch/launch-page.tsx')).LaunchPage,
  ),
  page(
    '/operations/migration',
    async () => (await import('../operations/migration/migration-page.tsx')).MigrationPage,
  ),
  page('/audit', async () => (await import('../audit/audit-page.tsx')).AuditPage),
  page('/me', async () => (await import('../profile/profile-page.tsx')).ProfilePage),
];

export function portalRouter() {
  return createBrowserRouter([
    {
      errorElement: <CrashPage />,
      HydrateFallback: OpeningPage,
      children: [
        page('/sign-in', async () => (await import('../session/sign-in-page.tsx')).SignInPage),
        { element: <SignedInArea />, children: [...pages, { path: '*', element: <NotFoundPage /> }] },
      ],
    },
  ]);
}
