// Which page stands at which address. Pages are fetched when they are first opened.
import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { pagePatterns } from './paths.ts';
import { HomePage } from './shell/home-page.tsx';
import { NotFoundPage } from './shell/not-found-page.tsx';
import { PageFailed } from './shell/page-failed.tsx';
import { Shell } from './shell/shell.tsx';
import { Starting } from './shell/starting.tsx';

const root = createRootRoute({ component: Shell, notFoundComponent: NotFoundPage });

const routeTree = root.addChildren([
  createRoute({ getParentRoute: () => root, path: pagePatterns.home, component: HomePage }),
  createRoute({
    getParentRoute: () => root,
    path: pagePatterns.query,
    component: lazyRouteComponent(() => import('./features/queries/query-page.tsx'), 'QueryPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: pagePatterns.history,
    component: lazyRouteComponent(() => import('./features/queries/history-page.tsx'), 'HistoryPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: pagePatterns.record,
    component: lazyRouteComponent(() => import('./features/ledger/record-page.tsx'), 'RecordPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: pagePatterns.months,
    component: lazyRouteComponent(() => import('./features/months/index.tsx'), 'MonthsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: pagePatterns.month,
    component: lazyRouteComponent(() => import('./features/months/index.tsx'), 'MonthPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: pagePatterns.sample,
    component: lazyRouteComponent(() => import('./features/audits/index.tsx'), 'SamplePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: pagePatterns.password,
    component: lazyRouteComponent(() => import('./features/accounts/password-page.tsx'), 'PasswordPage'),
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
