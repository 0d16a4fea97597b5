import { describe, expect, test } from '@jest/globals';
import { fileService, safeFileUrl } from './file-storage.ts';

const stored = { id: 'f1', name: 'a.png', size: 3, type: 'image/png', url: '/api/files/f1' };
const file = new File(['abc'], 'a.png', { type: 'image/png' });
const upload = (service: ReturnType<typeof fileService>, rest: unknown[] = [], progress: number[] = []) =>
  service.uploadFile('s3', file, 'a-1.png', '', ({ loaded, total }) => progress.push(loaded, total), ...rest);

describe('addresses in a submission', () => {
  test.each(['/api/files/f1', '/files/%E8%AF%81.png'])('%s may be opened', (url) => {
    expect(safeFileUrl(url)).toBe(url);
  });

  test.each([
    'https://elsewhere.example/x',
    '//elsewhere.example/x',
    '/\\elsewhere.example',
    'javascript:alert(1)',
    7,
    undefined,
  ])('%s may not', (url) => {
    expect(safeFileUrl(url)).toBe('');
  });
});

describe('uploading', () => {
  test('goes to the one storage, whatever the form names, and keeps the name that the person gave', async () => {
    const progress: number[] = [];
    const service = fileService(
      {
        upload: async (_file, { onProgress }) => {
          onProgress(0.5);
          return stored;
        },
      },
      '',
    );
    await expect(upload(service, [], progress)).resolves.toEqual({
      ...stored,
      storage: 'oneplan',
      originalName: 'a.png',
    });
    expect(progress).toEqual([2, 3]);
  });

  test('can be aborted by the form', async () => {
    let abort = () => {};
    const service = fileService(
      {
        upload: (_file, { signal }) =>
          new Promise((_resolve, reject) =>
            signal.addEventListener('abort', () => reject(new Error('aborted'))),
          ),
      },
      '',
    );
    const uploading = upload(service, [
      0,
      0,
      0,
      0,
      0,
      () => {},
      (given: () => void) => {
        abort = given;
      },
    ]);
    await Promise.resolve();
    await Promise.resolve();
    abort();
    await expect(uploading).rejects.toThrow('aborted');
  });

  test('is refused where there is no storage', async () => {
    await expect(upload(fileService(undefined, '这里不能上传附件。'))).rejects.toThrow('这里不能上传附件。');
  });
});
