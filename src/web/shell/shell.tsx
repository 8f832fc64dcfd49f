// The frame around every page: where one can go, who one is, that this is a demonstration, and the watch over idleness.
import { Navigate, Outlet, useLocation, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { paths } from '../paths.ts';
import { useSession } from '../session/index.ts';
import { useTexts } from '../texts/index.ts';
import { ClauseAddresses, focusHeading } from '../ui/index.ts';
import { DemoBanner } from './demo-banner.tsx';
import { IdleWarning } from './idle-warning.tsx';
import { Navigation } from './navigation.tsx';
import { homeFor, isOfKind, placesFor } from './places.ts';
import { TopBar } from './top-bar.tsx';
import { useClauseAddresses } from './use-clause-addresses.ts';
import './shell.css';

export function Shell() {
  const texts = useTexts();
  const session = useSession();
  const { pathname } = useLocation();
  const [isDrawerOpen, setDrawerOpen] = useState(false);
  const places = placesFor(session, texts.shell);
  const main = useRef<HTMLElement>(null);
  const clauseAddresses = useClauseAddresses(session);
  useFocusOnMove(main);

  const here = places.find((place) => place.to === pathname);
  useEffect(() => {
    document.title = here === undefined ? texts.shell.product : `${here.label}｜${texts.shell.product}`;
  }, [here, texts]);

  if (session.mustChangePassword && pathname !== paths.password()) return <Navigate to={paths.password()} replace />;
  // A place that is not open to them, or not of their programme, leads back to where their work is.
  if (here?.disabledReason !== undefined || !isOfKind(pathname, session.programmeKind)) return <Navigate to={homeFor(session)} replace />;
  return (
    <div className={session.demo ? 'shell shell--demo' : 'shell'}>
      <a className="skip-link" href="#main">
        {texts.shell.skip}
      </a>
      <Navigation places={places} pathname={pathname} isDrawerOpen={isDrawerOpen} onDrawer={setDrawerOpen} />
      <div className="shell-body">
        <header className="shell-head">
          <TopBar onMenu={() => setDrawerOpen(true)} />
          {session.demo && <DemoBanner />}
        </header>
        <main id="main" ref={main} tabIndex={-1} className="main">
          <ClauseAddresses value={clauseAddresses}>
            <Outlet />
          </ClauseAddresses>
        </main>
      </div>
      <IdleWarning session={session} />
    </div>
  );
}

/** After moving to another page, reading and tabbing start at its heading, unless the page itself put the focus somewhere, as a form does, or the address leads to a place in it. */
function useFocusOnMove(main: RefObject<HTMLElement | null>): void {
  // Where the router has arrived: until then the page before is still shown.
  const arrivedAt = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  const before = useRef(arrivedAt);
  useEffect(() => {
    const isFirst = before.current === undefined;
    if (before.current === arrivedAt) return;
    before.current = arrivedAt;
    if (isFirst || window.location.hash !== '') return;
    window.scrollTo(0, 0);
    if (!main.current?.contains(document.activeElement)) focusHeading();
  }, [arrivedAt, main]);
}
