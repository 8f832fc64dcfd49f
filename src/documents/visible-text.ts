// Text as it can stand in a document, whatever somebody typed into it. A character that nobody could see, or that would act
// instead of being seen (a direction mark can make one case number look like another), stands as its code: 〔U+202E〕.
const invisible = /^[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]$/u;

/** XML can't hold control characters either. */
export function visibleText(text: string, canDraw: (codePoint: number) => boolean = () => true): string {
  return text.replaceAll(/\P{ASCII}|\p{Cc}/gu, (character) => {
    const codePoint = character.codePointAt(0) ?? 0;
    if (canDraw(codePoint) && !invisible.test(character)) return character;
    return `〔U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}〕`;
  });
}
