export { findAccount, findAccountByLogin, findProgrammeActor } from './find-account.ts';
export { foundProgramme, type FoundedProgramme, type ProgrammeFounding } from './found-programme.ts';
export { governingRegulations } from './governing-regulations.ts';
export { hashPassword, PasswordsBusy, verifyPassword } from './hash-password.ts';
export { mountProgramme, mountSigned, type Doors, type SignedCall } from './mount-signed.ts';
export { provePassword, type AccountParts, type PasswordUse, type ProvenPassword } from './prove-password.ts';
export { mountAccounts } from './routes.ts';
export { actorFacts, isCurrent, type Grant, type ProgrammeActor, type SignedIn } from './signed-in.ts';
