import { fileStorageName } from '@oneplan/runtime/ui/formio/file-storage.ts';
import type { FormDefinition } from '@oneplan/runtime/ui/formio/renderable.ts';

/** What the builder holds, as a plan stores it: plain data, apart from the builder's own, all files in the one storage. */
export function storedDefinition(form: object): FormDefinition {
  return JSON.parse(JSON.stringify(form), (_key, value: unknown) =>
    typeof value === 'object' && value !== null && 'type' in value && value.type === 'file'
      ? { ...value, storage: fileStorageName }
      : value,
  );
}
