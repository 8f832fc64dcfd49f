// The door of the audit pages.
export { SamplePage } from './sample-page.tsx';
