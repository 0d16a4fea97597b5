import type { PlatformEffects } from '@oneplan/runtime/workers/platform-effects.ts';
import type { Context } from '../../context.ts';
import { appendArchive } from './append-archive.ts';
import { closeNotice } from './close-notice.ts';
import { notify } from './notify.ts';
import { openNotice } from './open-notice.ts';

/** The platform's actions on the database of this server. */
export function createPlatformEffects(context: Context): PlatformEffects {
  return {
    openNotice: (call) => openNotice(context, call),
    closeNotice: (call) => closeNotice(context, call),
    appendArchive: (call) => appendArchive(context, call),
    notify: (call) => notify(context, call),
  };
}
