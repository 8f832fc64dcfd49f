// Every word the web app says, in Traditional Chinese as Taiwan writes it: the first language, and the shape of all others.
// One file per part of the app; a feature adds its own `zh-TW.<part>.ts` and `en.<part>.ts` and names them here and in en.ts.
import { accounts } from './zh-TW.accounts.ts';
import { audits } from './zh-TW.audits.ts';
import { months } from './zh-TW.months.ts';
import { problems } from './zh-TW.problems.ts';
import { queries } from './zh-TW.queries.ts';
import { records } from './zh-TW.records.ts';
import { shell } from './zh-TW.shell.ts';
import { ui } from './zh-TW.ui.ts';

export const zhTW = { ui, problems, shell, accounts, queries, records, months, audits };

/** The shape every language has: the same keys, texts for texts, functions for functions. */
export type Texts = typeof zhTW;
