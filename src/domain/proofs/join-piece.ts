// Pieces that come one after another, such as the two codes of a printed record, are judged together as long as they are about one record.
import type { Piece } from './read-piece.ts';
import type { Evidence } from './verdict.ts';

/** A piece takes the place of one of its kind. A proof or receipt of another record begins anew; content is held against what is there. */
export function joinPiece(evidence: Evidence, piece: Piece): Evidence {
  const { proof, receipt, content } = evidence;
  switch (piece.kind) {
    case 'checkpoint':
      return { checkpoint: piece };
    case 'content':
      return { proof, receipt, content: piece };
    case 'proof': {
      const { origin } = piece.checkpoint;
      return { proof: piece, ...kept({ receipt, content }, piece.proof.index, origin) };
    }
    case 'receipt': {
      const { origin, index } = piece.receipt.promise;
      return { receipt: piece, ...kept({ proof, content }, index, origin) };
    }
  }
}

function kept({ proof, receipt, content }: Evidence, index: number, origin: string): Evidence {
  const promise = receipt?.receipt.promise;
  return {
    ...(proof?.proof.index === index && proof.checkpoint.origin === origin && { proof }),
    ...(promise?.index === index && promise.origin === origin && { receipt }),
    ...(content?.openings[0].index === index && { content }),
  };
}
