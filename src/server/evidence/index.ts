export { exportEvidence, type EvidenceExport, type EvidenceRequest } from './export-evidence.ts';
