// The files of an evidence pack: what proves that the list of a month (NW-5.2) is complete and exact, for people who trust neither the
// program nor the database it comes from. docs/evidence.md describes each.

export const packFiles = {
  manifest: 'MANIFEST',
  exportRecord: 'export-record',
  exportProof: 'export.tlog-proof',
  checkpoint: 'checkpoint',
  rangeProof: 'range-proof',
  about: 'about.json',
  leaves: 'leaves',
  openings: 'openings',
  list: 'list.csv',
  roster: 'roster.csv',
  policy: 'policy',
  vkey: 'vkey',
  readme: 'README.txt',
  verifier: 'verify.mjs',
} as const;

/** The month-end checkpoints that the log kept, and their timestamps: `checkpoints/2026-10`. */
export const keptCheckpoints = 'checkpoints';

/** They prove one another and the manifest; the manifest names all others. They are made after it, since the log must hold it first. */
export const provenByLog: readonly string[] = [
  packFiles.manifest,
  packFiles.exportRecord,
  packFiles.exportProof,
  packFiles.checkpoint,
  packFiles.rangeProof,
];
