export { LanguageSwitch } from './language-switch.tsx';
export { Mark } from './mark.tsx';
