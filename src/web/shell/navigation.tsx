// The way to each page: a column at the left, a drawer on narrow screens.
import { Link } from '@tanstack/react-router';
import { Dialog } from 'react-aria-components/Dialog';
import type { ReactNode } from 'react';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useTexts } from '../texts/index.ts';
import { Icon, IconButton } from '../ui/index.ts';
import { Mark } from './mark.tsx';
import type { Place } from './places.ts';

export interface NavigationProps {
  readonly places: readonly Place[];
  readonly pathname: string;
  readonly isDrawerOpen: boolean;
  readonly onDrawer: (isOpen: boolean) => void;
}

export function Navigation({ places, pathname, isDrawerOpen, onDrawer }: NavigationProps) {
  const texts = useTexts();
  return (
    <>
      <div className="nav-column no-print">
        <Places places={places} pathname={pathname} head={<Brand />} />
      </div>
      <ModalOverlay className="drawer-veil" isOpen={isDrawerOpen} onOpenChange={onDrawer} isDismissable>
        <Modal className="drawer">
          <Dialog aria-label={texts.shell.navigation} className="drawer-inside">
            <Places
              places={places}
              pathname={pathname}
              onGo={() => onDrawer(false)}
              head={
                <div className="drawer-head">
                  <Brand />
                  <IconButton icon="close" label={texts.ui.close} onPress={() => onDrawer(false)} />
                </div>
              }
            />
          </Dialog>
        </Modal>
      </ModalOverlay>
    </>
  );
}

function Brand() {
  const texts = useTexts().shell;
  return (
    <div className="brand">
      <Mark />
      <span>{texts.product}</span>
    </div>
  );
}

function Places({
  places,
  pathname,
  head,
  onGo,
}: Pick<NavigationProps, 'places' | 'pathname'> & { readonly head: ReactNode; readonly onGo?: () => void }) {
  const texts = useTexts().shell;
  return (
    <nav aria-label={texts.navigation}>
      {head}
      <ul className="places">
        {places.map((place) => (
          <li key={place.label}>
            {place.disabledReason === undefined ? (
              <Link
                to={place.to}
                className="place"
                aria-current={isAt(place, pathname) ? 'page' : undefined}
                {...(onGo ? { onClick: onGo } : {})}
              >
                <Icon name={place.icon} />
                {place.label}
              </Link>
            ) : (
              <span className="place place--closed">
                <Icon name={place.icon} />
                <span>
                  {place.label}
                  <span className="place-reason">{place.disabledReason}</span>
                </span>
              </span>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** A page below a place, such as one month, is still at it. */
function isAt({ to }: Place, pathname: string): boolean {
  return pathname === to || pathname.startsWith(`${to}/`);
}
