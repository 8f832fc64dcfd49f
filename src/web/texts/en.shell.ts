// The frame around the pages, in English.
import type { Texts } from './zh-TW.ts';

export const shell: Texts['shell'] = {
  product: 'Mingcha',
  tagline: 'Queries under the law, proven afterwards',
  loading: 'Loading…',
  tryAgain: 'Try again',
  skip: 'Skip to content',
  navigation: 'Main menu',
  openMenu: 'Open menu',
  query: 'Query',
  history: 'My queries',
  months: 'Month end',
  audits: 'Audit sample',
  regulations: 'Regulations',
  verify: 'Check a proof',
  password: 'Change password',
  signOut: 'Sign out',
  auditorsDontQuery: 'Auditors do not query',
  noGrant: 'No grant to query yet',
  passwordFirst: 'Change your password first',
  demo: 'Demonstration: all persons and data are invented',
  pageFailed: {
    title: 'This page cannot be shown',
    next: 'The network may be down, or the system just updated. Wait a moment, then reload. If it goes on, tell the administrator.',
  },
  reload: 'Reload',
  noSuchPage: 'There is no such page',
  toStart: 'To the query page',
  idleTitle: 'Are you still there?',
  idleWords: 'Nothing has been done for a while. When the time is up you are signed out and the screen is cleared.',
  stay: 'Stay signed in',
};
