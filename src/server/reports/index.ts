export { receiptFitsQr } from './receipt-qr.ts';
export { PrintingFailed, renderListOds, renderListPdf } from './render-list.ts';
