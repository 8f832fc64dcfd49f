// The door of the client services' pages.
export { ApplicationPage } from './application-page.tsx';
export { ApplicationAgainPage, ChangeServicePage, NewServicePage } from './form-pages.tsx';
export { ReopeningPage } from './reopening-page.tsx';
export { ReviewPage } from './review-page.tsx';
export { ServicePage } from './service-page.tsx';
export { ServicesPage } from './services-page.tsx';
