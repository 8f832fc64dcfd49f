// Text as it can stand on paper, whatever somebody typed into a case number: a character that has no glyph prints as its code, 〔U+202E〕.
import { visibleText } from '#documents';
import type { FontMetrics } from './font-metrics.ts';

const breakOpportunity = '\u200b';

/** For paper: what the font can't draw, and what nobody could see, as codes. */
export function printableText(text: string, font: FontMetrics): string {
  return visibleText(text, (codePoint) => font.advance(codePoint) !== undefined);
}

/**
 * Printable text with a place to break wherever a run that has none of its own would grow wider than its cell.
 * Runs break by themselves at spaces, between Chinese characters and before the code of a character, nowhere else for certain.
 */
export function printableCell(text: string, widthEm: number, font: FontMetrics): string {
  let runEm = 0;
  let before = ' ';
  let fitted = '';
  for (const character of printableText(text, font)) {
    const advance = font.advance(character.codePointAt(0) ?? 0) ?? 1;
    if (character === ' ' || character === '〔' || (isHan(character) && isHan(before))) runEm = 0;
    if (runEm + advance > widthEm) {
      fitted += breakOpportunity;
      runEm = 0;
    }
    runEm += advance;
    fitted += character;
    before = character;
  }
  return fitted;
}

function isHan(character: string): boolean {
  return /^\p{Script=Han}$/u.test(character);
}
