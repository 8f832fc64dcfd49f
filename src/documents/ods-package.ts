// The package of an OpenDocument spreadsheet (ODF 1.2, CNS 15251): a ZIP whose first entry is the media type, uncompressed
// (ODF 1.2 part 3, 3.3), with its manifest. Text goes through xmlText alone, so that nothing in a cell is read as markup.
import { strToU8, zipSync } from 'fflate';
import { visibleText } from './visible-text.ts';

export const odsMediaType = 'application/vnd.oasis.opendocument.spreadsheet';

export interface OdsParts {
  readonly content: string;
  readonly styles: string;
  readonly meta: string;
}

export function packOds(parts: OdsParts, modifiedAt: Date): Uint8Array {
  const options = { level: 6, mtime: modifiedAt } as const;
  return zipSync({
    mimetype: [strToU8(odsMediaType), { ...options, level: 0 }],
    'META-INF/manifest.xml': [strToU8(manifest), options],
    'content.xml': [strToU8(xmlDeclaration + parts.content), options],
    'styles.xml': [strToU8(xmlDeclaration + parts.styles), options],
    'meta.xml': [strToU8(xmlDeclaration + parts.meta), options],
  });
}

export function xmlAttribute(text: string): string {
  return visibleText(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** The text of a paragraph. XML would collapse runs of spaces, ODF writes them as an element (part 1, 6.1.3). */
export function xmlText(text: string): string {
  return xmlAttribute(text).replaceAll(/^ +| {2,}/gu, (spaces) => `<text:s text:c="${spaces.length}"/>`);
}

/** The namespaces of ODF that our documents use, as attributes of a root element. */
export const namespaces = Object.entries({
  office: 'urn:oasis:names:tc:opendocument:xmlns:office:1.0',
  style: 'urn:oasis:names:tc:opendocument:xmlns:style:1.0',
  text: 'urn:oasis:names:tc:opendocument:xmlns:text:1.0',
  table: 'urn:oasis:names:tc:opendocument:xmlns:table:1.0',
  fo: 'urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0',
  svg: 'urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0',
  meta: 'urn:oasis:names:tc:opendocument:xmlns:meta:1.0',
  dc: 'http://purl.org/dc/elements/1.1/',
})
  .map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`)
  .join(' ');

const xmlDeclaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
const manifestEntries = [
  ['/', odsMediaType],
  ['content.xml', 'text/xml'],
  ['styles.xml', 'text/xml'],
  ['meta.xml', 'text/xml'],
]
  .map(
    ([path, type]) =>
      `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="${type}"${path === '/' ? ' manifest:version="1.2"' : ''}/>`,
  )
  .join('');
const manifest = `${xmlDeclaration}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">${manifestEntries}</manifest:manifest>`;
