export { VerifyAlone } from './verify-alone.tsx';
export { VerifyPage } from './verify-page.tsx';
