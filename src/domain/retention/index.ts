export { retentionEnd, type RetentionEnd, type RetentionFacts } from './retention-end.ts';
export { retentionOf, type Retention } from './retention-of.ts';
