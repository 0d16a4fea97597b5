import { describe, expect, test } from '@jest/globals';
import sharp from 'sharp';
import { cleanUpload } from './clean-upload.ts';

const picture = () => sharp({ create: { width: 40, height: 20, channels: 3, background: '#1f6f5c' } });

describe('an upload', () => {
  test('loses its EXIF: place, device and all', async () => {
    const upload = await picture()
      .withExif({
        IFD0: { Make: 'SecretPhone' },
        IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '22/1 32/1 0/1' },
      })
      .jpeg()
      .toBuffer();
    expect(upload.includes('SecretPhone')).toBe(true);
    const { bytes, mediaType } = await cleanUpload(upload);
    expect(mediaType).toBe('image/jpeg');
    expect(bytes.includes('SecretPhone')).toBe(false);
    expect((await sharp(bytes).metadata()).exif).toBeUndefined();
  });

  test('keeps nothing that is hidden behind the picture', async () => {
    const upload = Buffer.concat([
      await picture().png().toBuffer(),
      Buffer.from('<script>alert(1)</script>'),
    ]);
    expect((await cleanUpload(upload)).bytes.includes('script')).toBe(false);
  });

  test('is turned upright as its EXIF says, before that is removed', async () => {
    const upload = await picture().withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const { width, height } = await sharp((await cleanUpload(upload)).bytes).metadata();
    expect([width, height]).toEqual([20, 40]);
  });

  test.each([
    [
      'an SVG, which can run scripts',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'),
    ],
    ['a web page named .png', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['a ZIP', Buffer.from('504b0304140000000000', 'hex')],
    ['an executable', Buffer.from('7f454c46020101000000000000000000', 'hex')],
    ['a GIF', Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')],
    ['a broken PNG', Buffer.from('89504e470d0a1a0a0000000d49484452ffffffffffffffff0806000000', 'hex')],
    [
      'a PDF with a script',
      Buffer.from(
        '%PDF-1.7\n1 0 obj << /OpenAction << /S /JavaScript /JS (app.alert(1)) >> >> endobj\n%%EOF',
      ),
    ],
  ])('is refused when it is %s', async (_what, upload) => {
    await expect(cleanUpload(upload)).rejects.toMatchObject({ code: 'media-type-not-allowed' });
  });

  test('of a plain PDF is kept as it is', async () => {
    const upload = Buffer.from('%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\n%%EOF');
    expect(await cleanUpload(upload)).toEqual({ bytes: upload, mediaType: 'application/pdf' });
  });
});
