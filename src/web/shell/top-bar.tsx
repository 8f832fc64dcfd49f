// Whose desk this is: organisation, person, language, the way out.
import { endSession, useSession } from '../session/index.ts';
import { useTexts } from '../texts/index.ts';
import { Button, IconButton } from '../ui/index.ts';
import { LanguageSwitch } from './language-switch.tsx';

export function TopBar({ onMenu }: { readonly onMenu: () => void }) {
  const texts = useTexts().shell;
  const session = useSession();
  return (
    <div className="top-bar no-print">
      <span className="top-menu">
        <IconButton icon="menu" label={texts.openMenu} onPress={onMenu} />
      </span>
      <p className="top-organisation">{session.organisation}</p>
      <p className="top-person">
        <span className="top-name">{session.name}</span>
        <span className="top-unit">
          {session.unit}・{session.login}
        </span>
      </p>
      <LanguageSwitch />
      <Button variant="quiet" icon="leave" onPress={() => endSession('left')}>
        {texts.signOut}
      </Button>
    </div>
  );
}
