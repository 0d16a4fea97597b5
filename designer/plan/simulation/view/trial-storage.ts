import type { FileStorage } from '@oneplan/runtime/ui/formio/file-storage.ts';

/** Takes attachments of a simulation and keeps nothing of them but name and size: nothing leaves the page. */
export const trialStorage: FileStorage = {
  upload: async ({ name, size, type }) => ({
    id: crypto.randomUUID(),
    name,
    size,
    type,
    url: '/api/files/simulation',
  }),
};
