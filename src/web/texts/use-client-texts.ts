// The words of the client services' pages come with the pages: they are not among those that every page waits for.
import { clients as english } from './en.clients.ts';
import { useLanguage } from './language.tsx';
import { clients as chinese, type ClientTexts } from './zh-TW.clients.ts';

export function useClientTexts(): ClientTexts {
  return useLanguage().language === 'en' ? english : chinese;
}
