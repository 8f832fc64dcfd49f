// Which page stands at which address. Pages are fetched when they are first opened.
import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { pagePatterns } from './paths.ts';
import { HomePage } from './shell/home-page.tsx';
import { NotFoundPage } from './shell/not-found-page.tsx';
import { PageFailed } from './shell/page-failed.tsx';
import { Shell } from './shell/shell.tsx';
import { Starting } from './shell/starting.tsx';

/** When a page's file can't be fetched the router would reload the whole app, which without a server ends in the browser's own error page. Given another error, it shows ours. */
async function fetched<Page>(page: Promise<Page>): Promise<Page> {
  try {
    return await page;
  } catch (cause) {
    throw new Error('the page could not be fetched', { cause });
  }
}

const root = createRootRoute({ component: Shell, notFoundComponent: NotFoundPage });

const routeTree = root.addChildren([
  createRoute({ getParentRoute: () => root, path: pagePatterns.home, component: HomePage }),
  createRoute({
    getParentRoute: () => root,
    path: pagePatterns.query,
    component: lazyRouteComponent(() => fetched(import('./features/queries/query-page.tsx')), 'QueryPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: pagePatterns.history,
    component: lazyRouteComponent(() => fetched(import('./features/queries/history-page.tsx')), 'HistoryPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: pagePatterns.record,
    component: lazyRouteComponent(() => fetched(import('./features/ledger/record-page.tsx')), 'RecordPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: pagePatterns.months,
    component: lazyRouteComponent(() => fetched(import('./features/months/index.tsx')), 'MonthsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: pagePatterns.month,
    component: lazyRouteComponent(() => fetched(import('./features/months/index.tsx')), 'MonthPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: pagePatterns.sample,
    component: lazyRouteComponent(() => fetched(import('./features/audits/index.tsx')), 'SamplePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: pagePatterns.verifications,
    component: lazyRouteComponent(() => fetched(import('./features/verifications/index.tsx')), 'VerificationsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: pagePatterns.serviceUse,
    component: lazyRouteComponent(() => fetched(import('./features/service-use/index.tsx')), 'ServiceUsePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: pagePatterns.households,
    component: lazyRouteComponent(() => fetched(import('./features/households/index.tsx')), 'HouseholdsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: pagePatterns.householdImport,
    component: lazyRouteComponent(() => fetched(import('./features/households/index.tsx')), 'HouseholdImportPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: pagePatterns.services,
    component: lazyRouteComponent(() => fetched(import('./features/clients/index.tsx')), 'ServicesPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: pagePatterns.newService,
    component: lazyRouteComponent(() => fetched(import('./features/clients/index.tsx')), 'NewServicePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: pagePatterns.service,
    component: lazyRouteComponent(() => fetched(import('./features/clients/index.tsx')), 'ServicePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: pagePatterns.changeService,
    component: lazyRouteComponent(() => fetched(import('./features/clients/index.tsx')), 'ChangeServicePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: pagePatterns.reopenService,
    component: lazyRouteComponent(() => fetched(import('./features/clients/index.tsx')), 'ReopeningPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: pagePatterns.application,
    component: lazyRouteComponent(() => fetched(import('./features/clients/index.tsx')), 'ApplicationPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: pagePatterns.applicationAgain,
    component: lazyRouteComponent(() => fetched(import('./features/clients/index.tsx')), 'ApplicationAgainPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: pagePatterns.addressReview,
    component: lazyRouteComponent(() => fetched(import('./features/clients/index.tsx')), 'ReviewPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: pagePatterns.regulations,
    component: lazyRouteComponent(() => fetched(import('./features/regulations/index.tsx')), 'RegulationsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: pagePatterns.regulation,
    component: lazyRouteComponent(() => fetched(import('./features/regulations/index.tsx')), 'RegulationPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: pagePatterns.password,
    component: lazyRouteComponent(() => fetched(import('./features/accounts/password-page.tsx')), 'PasswordPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: pagePatterns.verify,
    component: lazyRouteComponent(() => fetched(import('./features/proofs/index.tsx')), 'VerifyPage'),
  }),
]);

export const router = createRouter({
  routeTree,
  defaultPendingComponent: Starting,
  defaultErrorComponent: PageFailed,
  defaultPreload: false,
  scrollRestoration: false,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
