// Which characters a TrueType font can draw and how wide, read from its own tables (OpenType 1.9: `cmap` format 12, `hmtx`).
// PDF/A admits no character without a glyph, and a word wider than its cell would run over the next one:
// the printer has to know both before it sets a line.

export interface FontMetrics {
  /** In units of the type size (em); undefined where the font has no glyph. */
  readonly advance: (codePoint: number) => number | undefined;
}

export class FontFormatError extends Error {
  override readonly name = 'FontFormatError';
}

export function readFontMetrics(font: Uint8Array): FontMetrics {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const glyphs = glyphsByCodePoint(view);
  const unitsPerEm = view.getUint16(tableOffset(view, 'head') + 18);
  const widths = tableOffset(view, 'hmtx');
  // Glyphs past the last entry share its width.
  const lastWidth = view.getUint16(tableOffset(view, 'hhea') + 34) - 1;
  return {
    advance: (codePoint) => {
      const glyph = glyphs.get(codePoint);
      return glyph === undefined ? undefined : view.getUint16(widths + 4 * Math.min(glyph, lastWidth)) / unitsPerEm;
    },
  };
}

function glyphsByCodePoint(view: DataView): Map<number, number> {
  const start = fullRepertoireTable(view);
  const groups = view.getUint32(start + 12);
  const glyphs = new Map<number, number>();
  for (let group = 0; group < groups; group += 1) {
    const at = start + 16 + 12 * group;
    const first = view.getUint32(at);
    const last = view.getUint32(at + 4);
    const firstGlyph = view.getUint32(at + 8);
    for (let codePoint = first; codePoint <= last; codePoint += 1) glyphs.set(codePoint, firstGlyph + codePoint - first);
  }
  return glyphs;
}

/** Where the format 12 subtable of `cmap` begins. */
function fullRepertoireTable(view: DataView): number {
  const cmap = tableOffset(view, 'cmap');
  const subtables = view.getUint16(cmap + 2);
  for (let subtable = 0; subtable < subtables; subtable += 1) {
    const start = cmap + view.getUint32(cmap + 4 + 8 * subtable + 4);
    if (view.getUint16(start) === 12) return start;
  }
  throw new FontFormatError('the font has no cmap of format 12');
}

function tableOffset(view: DataView, tag: string): number {
  const tables = view.getUint16(4);
  for (let table = 0; table < tables; table += 1) {
    const record = 12 + 16 * table;
    const found = String.fromCodePoint(...[0, 1, 2, 3].map((at) => view.getUint8(record + at)));
    if (found === tag) return view.getUint32(record + 8);
  }
  throw new FontFormatError(`the font has no ${tag} table`);
}
