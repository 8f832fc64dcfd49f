// The door of the month-end pages.
export { MonthPage } from './month-page.tsx';
export { MonthsPage } from './months-page.tsx';
