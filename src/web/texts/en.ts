// The second language. Names of laws, purposes and fields come from the regulation and stay in Chinese.
import { accounts } from './en.accounts.ts';
import { audits } from './en.audits.ts';
import { months } from './en.months.ts';
import { problems } from './en.problems.ts';
import { queries } from './en.queries.ts';
import { records } from './en.records.ts';
import { shell } from './en.shell.ts';
import { ui } from './en.ui.ts';
import type { Texts } from './zh-TW.ts';

export const en: Texts = { ui, problems, shell, accounts, queries, records, months, audits };
