// A person's name as it is compared and digested (NV-2.4: does the name match?): what two clerks may type differently without meaning
// another name makes no difference. Width (NFKC, which also folds the compatibility ideographs U+F900–FAFF), spaces and characters that
// don't show, the dots between the parts of indigenous names, the case of Latin letters, and variant characters by the table beside.
// What a government put into the private-use area (造字) stays as it is. Idempotent; never longer than 100 characters.
import { variantPairs } from './name-variants.ts';

export const maxNameLength = 100;

/** Undefined where nothing is left, where it is too long, or holds half a character. */
export function normaliseName(text: string): string | undefined {
  return isPlain(text) ? text : normaliseAny(text);
}

const firstIdeograph = 0x4e00;
const lastIdeograph = 0x9fff;
const standardOf = new Map(variantPairs.map(([variant, standard]) => [variant, standard]));
/** 1 where a character of the main block has a standard form: one look-up for nearly every character there is in names. */
const isVariant = new Uint8Array(lastIdeograph - firstIdeograph + 1);
for (const variant of standardOf.keys()) isVariant[variant.charCodeAt(0) - firstIdeograph] = 1;

/** Nearly every name: two to four ideographs of the main block, none of them a variant. It is returned as it came. */
function isPlain(text: string): boolean {
  const { length } = text;
  if (length === 0 || length > maxNameLength) return false;
  for (let at = 0; at < length; at += 1) if (isVariant[text.charCodeAt(at) - firstIdeograph] !== 0) return false;
  return true;
}

/** White space, control and invisible characters (variation selectors too), and what is written between the parts of a name. */
const unseen = /[\s\p{Cc}\p{Default_Ignorable_Code_Point}.·˙‧•∙⋅・]/gu;

function normaliseAny(text: string): string | undefined {
  if (text.length > 4 * maxNameLength || !text.isWellFormed()) return undefined;
  let before: string;
  let name = text;
  // Once is enough for nearly everything; taking out what doesn't show may bring two characters together that compose.
  do {
    before = name;
    name = folded(before);
  } while (name !== before);
  const length = Array.from(name).length;
  return length === 0 || length > maxNameLength ? undefined : name;
}

function folded(text: string): string {
  const shown = text.replaceAll(unseen, '').normalize('NFKC').replaceAll(unseen, '').toUpperCase().normalize('NFKC');
  return Array.from(shown, (character) => standardOf.get(character) ?? character).join('');
}
