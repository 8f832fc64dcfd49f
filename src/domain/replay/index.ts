export { countReplay, joinReplays, type ReplayCounts } from './count-replay.ts';
export { replayQueries, type Difference, type NotJudgedCode, type Replay, type Verdict, type VerdictAgain } from './replay-queries.ts';
