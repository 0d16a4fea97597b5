import { type FormComponent, textOf } from '@oneplan/runtime/forms/definition.ts';

/** What can be uploaded; the server takes nothing else, whatever a form says. */
export const fileTypes = { pictures: 'image/*', pdf: 'application/pdf' } as const;
export type FileType = keyof typeof fileTypes;
export const fileTypeNames = Object.keys(fileTypes) as readonly FileType[];

const picture = /^(image\/|\.(jpe?g|png|webp|gif|heic)$)/i;
const pdf = /^(application\/pdf|\.pdf)$/i;

/** The kinds of file that a component takes; all where it says nothing. */
export function fileTypesOf(component: FormComponent): readonly FileType[] {
  const patterns = textOf(component, 'filePattern')
    .split(/[,;]/)
    .map((one) => one.trim())
    .filter((one) => one !== '');
  if (patterns.length === 0 || patterns.includes('*')) return fileTypeNames;
  return fileTypeNames.filter((name) => patterns.some((one) => (name === 'pdf' ? pdf : picture).test(one)));
}

/** The component that takes these kinds of file; none is every kind. */
export function withFileTypes(component: FormComponent, types: readonly FileType[]): FormComponent {
  const taken = types.length === 0 ? fileTypeNames : fileTypeNames.filter((name) => types.includes(name));
  return { ...component, filePattern: taken.map((name) => fileTypes[name]).join(',') };
}

/** Megabytes that a file may have; undefined where it is not said in megabytes. */
export function megabytesOf(component: FormComponent): number | undefined {
  const found = /^\s*(\d+(?:\.\d+)?)\s*MB\s*$/i.exec(textOf(component, 'fileMaxSize'));
  return found ? Number(found[1]) : undefined;
}
