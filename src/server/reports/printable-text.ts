// Text as it can stand on paper, whatever somebody typed into a case number. A character that has no glyph, or that would act
// instead of being seen (a direction mark can make one case number look like another), prints as its code: 〔U+202E〕.
import type { FontMetrics } from './font-metrics.ts';

const breakOpportunity = '\u200b';
const invisible = /^[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]$/u;

/** For paper: what the font can't draw, and what nobody could see, as codes. */
export function printableText(text: string, font: FontMetrics): string {
  return replaceBy(text, (character, codePoint) => font.advance(codePoint) !== undefined && !invisible.test(character));
}

/** For a spreadsheet, which has fonts of its own: only what nobody could see, as codes. XML can't hold control characters either. */
export function visibleText(text: string): string {
  return replaceBy(text, (character) => !invisible.test(character));
}

function replaceBy(text: string, stays: (character: string, codePoint: number) => boolean): string {
  return text.replaceAll(/\P{ASCII}|\p{Cc}/gu, (character) => {
    const codePoint = character.codePointAt(0) ?? 0;
    return stays(character, codePoint) ? character : `〔U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}〕`;
  });
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
