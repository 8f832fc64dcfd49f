export {
  checkAddresses,
  idleMonths,
  maxAddresses,
  reviewAddresses,
  type AddressCode,
  type AddressFault,
  type AddressFinding,
  type AddressSurroundings,
  type CheckedAddresses,
  type LastUsed,
  type ServiceAddresses,
} from './address-rules.ts';
export { parseBirthDate, type BirthDateCode, type ReadBirthDate } from './birth-date.ts';
export {
  checkRow,
  layoutOf,
  type CheckedRow,
  type ReadLayout,
  type RowCode,
  type RowFault,
  type RowField,
  type RowLayout,
} from './check-row.ts';
export {
  answerClaims,
  claims,
  flagBits,
  isClaim,
  statusKinds,
  type Claim,
  type ClaimAnswers,
  type FlagClaim,
  type PersonFacts,
  type StatusKind,
} from './claims.ts';
export { judgeDifference, ordinaryDifference, type Difference, type DifferenceVerdict } from './difference.ts';
export { birthDateInput, digestLength, nameInput, personInput } from './digest-input.ts';
export {
  fileEncodings,
  fileKinds,
  manifestMessage,
  maxManifestBytes,
  parseManifest,
  requiredColumns,
  verifyManifest,
  type FileEncoding,
  type FileKind,
  type FileManifest,
  type ManifestCode,
  type ManifestSignature,
  type ParsedManifest,
} from './file-manifest.ts';
export {
  parseSignature,
  signatureBase,
  signatureWindowSeconds,
  timelinessOf,
  type MessageToSign,
  type ParsedSignature,
  type SignatureCode,
  type SignedMessage,
  type Timeliness,
} from './message-signature.ts';
export { maxNameLength, normaliseName } from './normalise-name.ts';
export {
  EnumerationWatch,
  isMiss,
  watchReasons,
  watchSettings,
  type UsedBefore,
  type WatchedQuestion,
  type WatchReason,
  type WatchSettings,
  type WatchVerdict,
} from './enumeration-watch.ts';
