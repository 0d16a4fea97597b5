import type { Me } from '../../contracts/api/session.ts';
import type { Permission } from '../../contracts/permissions.ts';

export const places = [
  'home',
  'inbox',
  'records',
  'students',
  'notices',
  'archive',
  'roster',
  'operations',
  'audit',
  'designer',
  'me',
] as const;
export type Place = (typeof places)[number];

export const addressOf: Readonly<Record<Place, string>> = {
  home: '/',
  inbox: '/inbox',
  records: '/records',
  students: '/students',
  notices: '/notices',
  archive: '/archive',
  roster: '/roster',
  operations: '/operations',
  audit: '/audit',
  designer: '/designer/',
  me: '/me',
};

/** Whether a place is of use to this person at all. What it holds, the server decides. */
function open(place: Place, me: Me): boolean {
  const may = (permission: Permission) => me.permissions.includes(permission);
  const hasStudent = me.student !== null || me.children.length > 0;
  switch (place) {
    case 'inbox':
      return may('task.list');
    case 'records':
      return hasStudent;
    case 'archive':
      return hasStudent && may('archive.read');
    case 'students':
      return may('student.list');
    case 'notices':
      return may('notice.list');
    case 'roster':
      return may('roster.import');
    case 'operations':
      return may('operation.read');
    case 'audit':
      return may('audit.read');
    case 'designer':
      return may('plan.read') && !hasStudent;
    default:
      return true;
  }
}

/** The places of the side rail, in order. */
export function railPlaces(me: Me): Place[] {
  return places.filter((place) => open(place, me));
}

/** The bottom tabs of a phone: at most four, the first and the last always 首页 and 我的. */
export function tabPlaces(me: Me): Place[] {
  const middle = (['inbox', 'records', 'students', 'notices', 'roster', 'audit'] as const).filter((place) =>
    open(place, me),
  );
  return ['home', ...middle.slice(0, 2), 'me'];
}

/** The place that an address belongs to, for marking it in the navigation. */
export function placeOf(pathname: string): Place | null {
  if (pathname === '/' || pathname.startsWith('/units/')) return 'home';
  if (pathname.startsWith('/students/') && pathname.endsWith('/archive')) return 'students';
  const found = places.find(
    (place) => place !== 'home' && pathname.startsWith(addressOf[place].replace(/\/$/, '')),
  );
  return found ?? null;
}
