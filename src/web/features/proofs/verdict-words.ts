// A verdict in words: how it looks, what it is, what to do next.
import { formatRocDateTime } from '#domain/kernel';
import type { Unreadable, Verdict } from '#domain/proofs';
import type { ProofTexts } from '../../texts/index.ts';
import type { BannerTone } from '../../ui/index.ts';
import type { FileProblem } from './read-file.ts';
import type { Following, KeyChoice } from './use-verification.ts';

export interface VerdictWords {
  readonly tone: BannerTone;
  readonly title: string;
  readonly next: string;
}

interface Circumstances {
  readonly keys: KeyChoice['from'];
  readonly following: Following;
  /** What people call the log of this origin. */
  readonly nameOf: (origin: string) => string;
}

export function verdictWords(verdict: Verdict, texts: ProofTexts, { keys, following, nameOf }: Circumstances): VerdictWords {
  switch (verdict.kind) {
    case 'proven': {
      const times = verdict.cosigned.map(({ time }) => time * 1_000);
      const sealedBy = times.length > 0 ? texts.witnessedBy(formatRocDateTime(Math.min(...times))) : '';
      const next = verdict.content ? texts.provenContent : texts.provenNoContent;
      return { tone: 'good', title: `${texts.proven(nameOf(verdict.origin))}${sealedBy}`, next };
    }
    case 'promised':
      return {
        tone: 'notice',
        title: texts.promised(nameOf(verdict.origin)),
        next: following === 'here' ? texts.promisedWaiting : texts.promisedElsewhere,
      };
    case 'signed-tree':
      return {
        tone: 'notice',
        title: texts.tree(nameOf(verdict.origin)),
        next: verdict.lacksRecord ? texts.treeLacksRecord : texts.treeWords,
      };
    case 'lacks-proof':
      return { tone: 'notice', ...texts.lacksProof };
    case 'unknown-key':
      return {
        tone: 'bad',
        title: texts.unknownKey(verdict.origin),
        next: keys === 'site' ? texts.unknownKeySite : texts.unknownKeyOwn,
      };
    case 'wrong': {
      const { title, next } = texts.wrong[verdict.what];
      const part = verdict.letter === undefined ? texts.parts[verdict.part] : texts.compartments[verdict.letter];
      return { tone: 'bad', title: texts.wrongPlace(title, part), next };
    }
  }
}

export function problemWords(problem: Unreadable | FileProblem, texts: ProofTexts): VerdictWords {
  if (typeof problem === 'string') return { tone: 'bad', ...texts.fileProblems[problem] };
  if (problem.part === undefined) return { tone: 'bad', ...texts.unknown };
  return { tone: 'bad', title: texts.unreadable(texts.parts[problem.part], problem.line), next: texts.unreadableNext };
}
