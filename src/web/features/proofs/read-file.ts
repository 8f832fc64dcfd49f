// A dropped or chosen file as the texts it holds: its own, or those of the codes in a picture.
import { longestPiece } from '#domain/proofs';
import { readCodes } from './read-codes.ts';

export type FileProblem = 'no-code' | 'not-text' | 'too-long' | 'pack';

const longestPictureBytes = 50_000_000;
const zipStart = 'PK\u0003\u0004';

export async function readEvidenceFile(file: File): Promise<readonly string[] | FileProblem> {
  if (file.type.startsWith('image/')) return file.size > longestPictureBytes ? 'too-long' : readPicture(file);
  if ((await file.slice(0, zipStart.length).text()) === zipStart) return 'pack';
  if (file.size > longestPiece) return 'too-long';
  try {
    return [new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer())];
  } catch {
    return 'not-text';
  }
}

async function readPicture(file: File): Promise<readonly string[] | FileProblem> {
  const picture = await createImageBitmap(file).catch(() => undefined); // a damaged one holds no code either
  const codes = picture ? await readCodes(picture, { patiently: true }) : [];
  picture?.close();
  return codes.length > 0 ? codes : 'no-code';
}
