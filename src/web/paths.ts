// The only place that spells a page's address. Addresses never hold personal data: records go by index, months by month,
// client services and their applications by ids drawn at random.

/** Patterns, as the router takes them. */
export const pagePatterns = {
  home: '/',
  query: '/query',
  history: '/history',
  record: '/records/$index',
  months: '/months',
  month: '/months/$month',
  sample: '/months/$month/sample',
  services: '/services',
  newService: '/services/new',
  service: '/services/$service',
  changeService: '/services/$service/change',
  reopenService: '/services/$service/reopening',
  application: '/services/applications/$application',
  applicationAgain: '/services/applications/$application/again',
  addressReview: '/address-review',
  regulations: '/regulations',
  regulation: '/regulations/$id',
  password: '/password',
  verify: '/verify',
} as const;

/** Addresses, as links take them. */
export const paths = {
  home: () => '/',
  query: () => '/query',
  history: () => '/history',
  record: (index: number) => `/records/${index}`,
  months: () => '/months',
  month: (month: string) => `/months/${month}`,
  sample: (month: string) => `/months/${month}/sample`,
  services: () => '/services',
  newService: () => '/services/new',
  service: (service: string) => `/services/${service}`,
  changeService: (service: string) => `/services/${service}/change`,
  reopenService: (service: string) => `/services/${service}/reopening`,
  application: (application: string) => `/services/applications/${application}`,
  applicationAgain: (application: string) => `/services/applications/${application}/again`,
  addressReview: () => '/address-review',
  regulations: () => '/regulations',
  regulation: (id: string) => `/regulations/${id}`,
  password: () => '/password',
  /** Behind the #, so that no server is told. */
  verify: (receipt = '') => (receipt === '' ? '/verify' : `/verify#${receipt}`),
} as const;
