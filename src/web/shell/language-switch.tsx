// 中文／English. Each language names itself in its own words.
import { Button } from 'react-aria-components/Button';
import { useLanguage } from '../texts/index.ts';
import { Icon } from '../ui/index.ts';

export function LanguageSwitch() {
  const { language, setLanguage } = useLanguage();
  const other = language === 'en' ? 'zh-TW' : 'en';
  return (
    <Button className="button button--quiet language-switch" onPress={() => setLanguage(other)}>
      <Icon name="language" />
      <span lang={other === 'en' ? 'en' : 'zh-Hant-TW'}>{other === 'en' ? 'English' : '中文'}</span>
    </Button>
  );
}
