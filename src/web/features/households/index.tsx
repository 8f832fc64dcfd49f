// The door of the pages on household data.
export { HouseholdImportPage } from './import-page.tsx';
export { HouseholdsPage } from './households-page.tsx';
