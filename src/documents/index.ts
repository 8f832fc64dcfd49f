export { byteLength, qrCode, qrModuleMm, type QrCode } from './qr-code.ts';
export { spreadsheetOds, type Sheet, type SheetColumn, type SheetLine, type Spreadsheet } from './spreadsheet.ts';
export { visibleText } from './visible-text.ts';
