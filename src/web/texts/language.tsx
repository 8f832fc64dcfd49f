// Which language the screen speaks. zh-TW first; the choice is the only thing the app keeps in the browser's storage.
// React Aria gets plain `zh-TW`: with `zh-TW-u-ca-roc` its own strings fall back to Simplified Chinese; the ROC calendar is passed explicitly.
import { createContext, use, useEffect, useMemo, useState, type ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { zhTW, type Texts } from './zh-TW.ts';

export type Language = 'zh-TW' | 'en';

const locales: Readonly<Record<Language, string>> = { 'zh-TW': 'zh-TW', en: 'en-US' };
const storageKey = 'mingcha.language';

interface Spoken {
  readonly language: Language;
  readonly texts: Texts;
  readonly setLanguage: (language: Language) => void;
}

const LanguageContext = createContext<Spoken>({ language: 'zh-TW', texts: zhTW, setLanguage: () => undefined });

export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [wanted, setLanguage] = useState<Language>(() => (readStored() === 'en' ? 'en' : 'zh-TW'));
  // English is fetched when first asked for; until it is here, the screen stays as it was.
  const [english, setEnglish] = useState<Texts>();
  useEffect(() => {
    store(wanted);
    if (wanted === 'en') void import('./en.ts').then(({ en }) => setEnglish(en));
  }, [wanted]);
  const language: Language = wanted === 'en' && english !== undefined ? 'en' : 'zh-TW';
  useEffect(() => {
    document.documentElement.lang = language === 'en' ? 'en' : 'zh-Hant-TW';
  }, [language]);
  const spoken = useMemo(
    () => ({ language, texts: language === 'en' && english !== undefined ? english : zhTW, setLanguage }),
    [language, english],
  );
  return (
    <LanguageContext value={spoken}>
      <I18nProvider locale={locales[language]}>{children}</I18nProvider>
    </LanguageContext>
  );
}

export function useLanguage(): Pick<Spoken, 'language' | 'setLanguage'> {
  return use(LanguageContext);
}

export function useTexts(): Texts {
  return use(LanguageContext).texts;
}

// A browser that forbids storage still gets a working page, in Chinese.
function readStored(): string | null {
  try {
    return localStorage.getItem(storageKey);
  } catch {
    return null;
  }
}

function store(language: Language): void {
  try {
    localStorage.setItem(storageKey, language);
  } catch {
    // nothing to do: the choice then lasts as long as the page
  }
}
