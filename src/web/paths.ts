// The only place that spells a page's address. Addresses never hold personal data: records go by index, months by month.

/** Patterns, as the router takes them. */
export const pagePatterns = {
  home: '/',
  query: '/query',
  history: '/history',
  record: '/records/$index',
  months: '/months',
  month: '/months/$month',
  sample: '/months/$month/sample',
  regulations: '/regulations',
  regulation: '/regulations/$id',
  password: '/password',
  verify: '/verify',
} as const;

/** Addresses, as links take them. */
export const paths = {
  query: () => '/query',
  history: () => '/history',
  record: (index: number) => `/records/${index}`,
  months: () => '/months',
  month: (month: string) => `/months/${month}`,
  sample: (month: string) => `/months/${month}/sample`,
  regulations: () => '/regulations',
  regulation: (id: string) => `/regulations/${id}`,
  password: () => '/password',
  /** Behind the #, so that no server is told. */
  verify: (receipt = '') => (receipt === '' ? '/verify' : `/verify#${receipt}`),
} as const;
