export { mountProofs, type ProofDoors } from './routes.ts';
