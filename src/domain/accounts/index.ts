export { afterFailure, isLocked, lockOut, type SignInCount } from './lock-out.ts';
export { brokenPasswordRules, type PasswordRule } from './password-rules.ts';
export { baselinePolicy, signInPolicy, type PasswordPolicy, type SignInPolicy } from './sign-in-policy.ts';
