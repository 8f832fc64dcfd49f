// The door of the regulations' pages.
export { RegulationPage } from './regulation-page.tsx';
export { RegulationsPage } from './regulations-page.tsx';
