export {
  formatAddCheckpoint,
  formatTreeSize,
  maxAddCheckpointLength,
  parseAddCheckpoint,
  parseTreeSize,
  type AddCheckpoint,
} from './add-checkpoint.ts';
export {
  formatCheckpoint,
  openCheckpoint,
  parseCheckpoint,
  signCheckpoint,
  type Checkpoint,
  type CheckpointVerdict,
} from './checkpoint.ts';
export {
  commitmentOf,
  compartmentBytes,
  openCompartment,
  saltLength,
  type CompartmentLetter,
  type OpenedCompartment,
} from './compartment.ts';
export { bundleLeafHashes, decodeBundle, encodeBundle, maxEntryLength } from './entry-bundle.ts';
export {
  hashLength,
  publicKeyLength,
  signatureLength,
  type Sha256,
  type SignEd25519,
  type SignMlDsa,
  type VerifyEd25519,
  type VerifyMlDsa,
} from './hashing.ts';
export { formatLeaf, leafVersion, maxLeafLength, parseLeaf, type Commitments, type Leaf } from './leaf.ts';
export { LedgerFormatError, type LedgerFormatCode } from './ledger-format-error.ts';
export {
  checkPolicy,
  checkQuorum,
  noQuorum,
  type Cosigned,
  type Policy,
  type PolicyGroup,
  type PolicyLog,
  type PolicyVerdict,
  type PolicyWitness,
  type QuorumVerdict,
  type Shortage,
} from './policy.ts';
export { formatPolicy, maxPolicyLength, parsePolicy, PolicyFormatError, type PolicyFormatCode } from './policy-format.ts';
export { signMlDsaCosignature, verifyMlDsaCosignature } from './ml-dsa-cosignature.ts';
export { BatchPromises } from './batch-promise.ts';
export { parsePromise, signPromise, verifyPromise, type LogPromise, type ParsedPromise } from './promise.ts';
export {
  consistencyProof,
  inclusionProof,
  verifyConsistency,
  verifyGrowth,
  verifyInclusion,
  type NodeReader,
  type TreeHead,
} from './proofs.ts';
export {
  formatRangeProof,
  parseRangeProof,
  rangeEndsIn,
  rangeFrontier,
  rangeProof,
  type LeafSpan,
  type RangeProof,
} from './range-proof.ts';
export { certifyReceiptKey, openReceiptKey, receiptKeyName } from './receipt-key.ts';
export { isRecordType, recordTypes, type RecordType } from './record-type.ts';
export {
  formatNote,
  maxNoteLength,
  maxSignatures,
  parseNote,
  signNote,
  verifyNote,
  type Note,
  type NoteSignature,
  type NoteSigner,
  type NoteVerdict,
} from './signed-note.ts';
export {
  changedBundles,
  changedTiles,
  hashesAtLevel,
  maxTileLevel,
  parseTilePath,
  rightEdgeTiles,
  tileAt,
  tilePath,
  tileWidth,
  type Bundle,
  type Tile,
} from './tile-path.ts';
export {
  edgeRoot,
  emptyEdge,
  growTree,
  readRightEdge,
  subtreeRoot,
  tileHashes,
  tileNodeReader,
  type GrownTile,
  type Growth,
  type RightEdge,
} from './tiles.ts';
export { formatTlogProof, parseTlogProof, verifyTlogProof, type TlogProof, type TlogProofVerdict } from './tlog-proof.ts';
export {
  isTimestampOf,
  maxTimestampLength,
  parseTimestampReply,
  timestampNonceLength,
  timestampQuery,
  type Timestamp,
  type TimestampReply,
} from './timestamp.ts';
export { emptyRoot, Frontier, leafHash, nodeHash, rootOf } from './tree-hash.ts';
export { formatVkey, parseVkey, parseVkeys, verifierKey, type VerifierKey, type VerifierKeyType } from './verifier-key.ts';
export { cosignNote, judgeAddCheckpoint, readCosignatures, type WitnessedLog, type WitnessVerdict } from './witness.ts';
