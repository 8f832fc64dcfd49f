export { afterFailure, isLocked, lockOut, type SignInCount } from './lock-out.ts';
export { brokenPasswordRules, passwordLength, rememberedPasswords, shortestPasswordAgeDays, type PasswordRule } from './password-rules.ts';
