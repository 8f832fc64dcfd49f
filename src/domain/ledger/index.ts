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
export { hashLength, publicKeyLength, signatureLength, type Sha256, type SignEd25519, type VerifyEd25519 } from './hashing.ts';
export { formatLeaf, leafVersion, maxLeafLength, parseLeaf, type Commitments, type Leaf } from './leaf.ts';
export { LedgerFormatError, type LedgerFormatCode } from './ledger-format-error.ts';
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
export { emptyRoot, Frontier, leafHash, nodeHash, rootOf } from './tree-hash.ts';
export { formatVkey, parseVkey, verifierKey, type VerifierKey, type VerifierKeyType } from './verifier-key.ts';
