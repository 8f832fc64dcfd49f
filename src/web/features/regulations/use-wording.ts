// Of a wording in both languages, the one that the screen speaks.
import type { Wording } from '#domain/regulations';
import { useLanguage } from '../../texts/index.ts';

export type Say = (wording: Wording) => string;

export function useWording(): Say {
  const { language } = useLanguage();
  return language === 'en' ? ({ en }) => en : ({ zh }) => zh;
}
