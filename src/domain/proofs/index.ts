export { joinPiece } from './join-piece.ts';
export { judgeEvidence } from './judge-evidence.ts';
export { longestPiece, readPiece, type Part, type Piece, type Unreadable } from './read-piece.ts';
export type { OpenedContent } from './record-content.ts';
export type { Cryptography } from './signed-by.ts';
export type { Evidence, TrustedKeys, Verdict, WrongWhat } from './verdict.ts';
