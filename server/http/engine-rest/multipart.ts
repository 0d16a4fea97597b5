import { invalidRequest } from './rest-failure.ts';

/** Fields and files of a `multipart/form-data` body. */
export interface Multipart {
  readonly fields: ReadonlyMap<string, string>;
  readonly files: readonly { readonly name: string; readonly content: string }[];
}

const mostParts = 200;

/** Reads a body that was taken whole, within its limit; a file counts by its file name, as on Camunda 7. */
export async function readMultipart(contentType: string, body: unknown): Promise<Multipart> {
  if (!Buffer.isBuffer(body)) throw invalidRequest('Send the files as multipart/form-data');
  let form: FormData;
  try {
    form = await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } }).formData();
  } catch {
    throw invalidRequest('The body is no readable multipart/form-data');
  }
  const fields = new Map<string, string>();
  const files: { name: string; content: string }[] = [];
  let parts = 0;
  for (const [field, value] of form.entries()) {
    if (++parts > mostParts) throw invalidRequest(`A deployment has at most ${mostParts} parts`);
    if (typeof value === 'string') fields.set(field, value);
    else files.push({ name: value.name === 'blob' ? field : value.name, content: await value.text() });
  }
  return { fields, files };
}
