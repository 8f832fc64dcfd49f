export { openWitnessKey } from './witness-key.ts';
export { startWitness, type RunningWitness, type WitnessOptions } from './witness-server.ts';
