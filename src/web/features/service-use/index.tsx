// The door of the page on how the verification service is used.
export { ServiceUsePage } from './service-use-page.tsx';
