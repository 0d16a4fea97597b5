import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import { fileTypeFromBuffer } from 'file-type';
import sharp, { type Sharp } from 'sharp';

export interface CleanFile {
  readonly bytes: Buffer;
  readonly mediaType: 'image/jpeg' | 'image/png' | 'application/pdf';
}

const longestSide = 2560;
const mostPixels = 50_000_000;

/**
 * What an upload is is read from its bytes, never from its name or from what the sender says. Images are decoded
 * and written anew: EXIF (with its place and device), hidden payloads and pixel floods do not survive that.
 * Throws `media-type-not-allowed` for everything but JPEG, PNG and PDF, and for files that are broken.
 */
export async function cleanUpload(upload: Buffer): Promise<CleanFile> {
  const type = await fileTypeFromBuffer(upload);
  switch (type?.mime) {
    case 'image/jpeg':
      return {
        bytes: await rewrite(upload, (image) => image.jpeg({ quality: 85, mozjpeg: true })),
        mediaType: 'image/jpeg',
      };
    case 'image/png':
      return {
        bytes: await rewrite(upload, (image) => image.png({ compressionLevel: 9 })),
        mediaType: 'image/png',
      };
    case 'application/pdf':
      return { bytes: checkedPdf(upload), mediaType: 'application/pdf' };
    default:
      throw new AppError(
        'media-type-not-allowed',
        'Only JPEG and PNG images and PDF files can be attached.',
        { found: type?.mime ?? 'unknown' },
      );
  }
}

async function rewrite(upload: Buffer, encode: (image: Sharp) => Sharp): Promise<Buffer> {
  try {
    const image = sharp(upload, { limitInputPixels: mostPixels, failOn: 'error' })
      .rotate()
      .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true });
    return await encode(image).toBuffer();
  } catch (error) {
    throw new AppError(
      'media-type-not-allowed',
      'This image is damaged or too large to open; take or export it again.',
      {},
      error,
    );
  }
}

/** A PDF is kept as it is, unless it carries something that runs when it is opened. */
function checkedPdf(upload: Buffer): Buffer {
  const text = upload.toString('latin1');
  if (/\/(JavaScript|JS|Launch|EmbeddedFile|RichMedia|XFA)\b/.test(text)) {
    throw new AppError(
      'media-type-not-allowed',
      'This PDF holds scripts or embedded files; print it to PDF again and attach that.',
      { found: 'application/pdf with active content' },
    );
  }
  return upload;
}
