// 查詢紀錄單 as PDF (NW-5.2), set by Typst from list-pdf.typ: accessible and archival (ISO 19005-2 level A: tagged, every character
// with its glyph and its Unicode value, fonts embedded), so that the file still opens when its retention ends.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import type { PrintedList } from '#domain/reports';
import { readFontMetrics } from './font-metrics.ts';
import { listTemplateData } from './list-template-data.ts';

const pdfStandard = 'a-2a';
const template = new URL('./list-pdf.typ', import.meta.url);
const [regularFont, boldFont] = ['400Regular/NotoSansTC_400Regular.ttf', '700Bold/NotoSansTC_700Bold.ttf'].map((file) =>
  fileURLToPath(import.meta.resolve(`@expo-google-fonts/noto-sans-tc/${file}`)),
) as [string, string]; // two in, two out

export class ListNotCompiled extends Error {
  override readonly name = 'ListNotCompiled';
}

/** @throws ListNotCompiled */
export async function listPdf(list: PrintedList): Promise<Uint8Array> {
  const { compiler, document } = await compileList(list);
  return compiler.pdf(document, { pdfStandard });
}

/** What the compiler says of a failure stays unsaid: it quotes the text it stumbled over. */
export async function compileList(list: PrintedList): Promise<{ compiler: NodeCompiler; document: NodeTypstDocument }> {
  const [source, regular, bold] = await Promise.all([readFile(template, 'utf8'), readFile(regularFont), readFile(boldFont)]);
  const compiler = NodeCompiler.create({ workspace: fileURLToPath(new URL('.', template)), fontArgs: [{ fontBlobs: [regular, bold] }] });
  const inputs = { list: JSON.stringify(listTemplateData(list, readFontMetrics(regular))) };
  const { result: document } = compiler.compile({ mainFileContent: source, inputs });
  if (!document) throw new ListNotCompiled();
  return { compiler, document };
}
