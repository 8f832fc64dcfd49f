// A person's name as it is compared and digested (NV-2.4: does the name match?): what two clerks may type differently without meaning
// another name makes no difference. Width (NFKC, which also folds the compatibility ideographs U+F900–FAFF), spaces and characters that
// don't show, the dots between the parts of indigenous names, the case of Latin letters, and variant characters by the table beside.
// What a government put into the private-use area (造字) stays as it is. Idempotent; never longer than 100 characters.
import { variantPairs } from './name-variants.ts';

export const maxNameLength = 100;

/** Undefined where nothing is left, where it is too long, or holds half a character. */
export function normaliseName(text: string): string | undefined {
  if (!isIdeographs(text)) return normaliseAny(text);
  return hasVariant(text) ? standardised(text) : text;
}

const standardOf = new Map(variantPairs);
const firstIdeograph = 0x4e00;
const lastIdeograph = 0x9fff;
/** 1 where a character of the main block has a standard form. */
const isVariant = new Uint8Array(lastIdeograph - firstIdeograph + 1);
for (const variant of standardOf.keys()) isVariant[variant.charCodeAt(0) - firstIdeograph] = 1;

/** Nearly every name: two to four ideographs of the main block, to which nothing but the table applies. An import reads millions of them. */
function isIdeographs(text: string): boolean {
  const { length } = text;
  for (let at = 0; at < length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < firstIdeograph || code > lastIdeograph) return false;
  }
  return length > 0 && length <= maxNameLength;
}

function hasVariant(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (isVariant[text.charCodeAt(at) - firstIdeograph] === 1) return true;
  return false;
}

/** White space, control and invisible characters (variation selectors too), and what is written between the parts of a name. */
const unseen = /[\s\p{Cc}\p{Default_Ignorable_Code_Point}.·˙‧•∙⋅・]/gu;

function normaliseAny(text: string): string | undefined {
  if (text.length > 4 * maxNameLength || !text.isWellFormed()) return undefined;
  let before: string;
  let name = text;
  // Once is nearly always enough; but taking out what doesn't show may bring together two characters that compose.
  do {
    before = name;
    name = folded(before);
  } while (name !== before);
  const length = Array.from(name).length;
  return length === 0 || length > maxNameLength ? undefined : name;
}

function folded(text: string): string {
  return standardised(text.replaceAll(unseen, '').normalize('NFKC').toUpperCase().normalize('NFKC'));
}

function standardised(text: string): string {
  let standard = '';
  for (const character of text) standard += standardOf.get(character) ?? character;
  return standard;
}
