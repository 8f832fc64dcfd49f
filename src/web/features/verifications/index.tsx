// The door of the page where people verify by hand.
export { VerificationsPage } from './verifications-page.tsx';
