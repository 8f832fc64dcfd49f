export { formatAbout, parseAbout, type About, type CodeName } from './about.ts';
export { ListCheck } from './check-list.ts';
export { EvidenceFault, type EvidenceCode } from './evidence-fault.ts';
export { exportEnvelope, readExportRecord, type ExportFacts, type ExportRecord } from './export-record.ts';
export { LeafBook } from './leaf-book.ts';
export { csvLine, listHeader, listLine } from './list-csv.ts';
export { formatManifest, parseManifest, type ManifestEntry } from './manifest.ts';
export { openRecords, type OpenedEvidence } from './open-records.ts';
export { formatOpening, parseOpening, type Opening } from './opening.ts';
export { keptCheckpoints, packFiles, provenByLog } from './pack-files.ts';
export {
  directorySize,
  layOutZip,
  maxZipSize,
  readDirectory,
  zipEndSize,
  type PlacedEntry,
  type ZipEntry,
  type ZipLayout,
} from './zip-layout.ts';
