import { Providers } from '@formio/js/form';
import { fileService, fileStorageName } from './file-storage.ts';

/** Makes `oneplan` known to Form.io, so that the designer can name it. A form's own service does the work. */
export function registerFileStorage(): void {
  const provider = Object.assign(() => fileService(undefined, fileStorageName), { title: '本系统' });
  const storages = Providers.getProviders('storage');
  for (const name of Object.keys(storages)) delete storages[name];
  Providers.addProvider('storage', fileStorageName, provider);
}
