// What the gateway answers instead of data, as problem documents (RFC 9457): one table from the closed codes to status and words.
import type { CallRefusal } from '#domain/gateway';
import type { ProviderFaultCode } from '#server/providers';

export type GatewayCode = CallRefusal | ProviderFaultCode | 'malformed-request' | 'not-found' | 'body-too-large' | 'fault';

const table: Readonly<Record<GatewayCode, readonly [status: number, title: string, next: string]>> = {
  'malformed-request': [400, '請求的格式不正確', '請依介接文件送出 promise、operation 與 subject。'],
  'promise-malformed': [400, '收據的格式不正確', '請原樣附上紀錄系統給予的收據。'],
  'log-unknown': [403, '不認得這個紀錄來源', '請將紀錄的公開金鑰交給資料提供機關登記。'],
  'promise-false': [403, '收據的簽章不正確', '請檢查紀錄系統的金鑰是否與登記的一致。'],
  'index-served': [409, '這筆紀錄已查詢過', '每筆紀錄只能查詢一次，請重新提出查詢。'],
  'index-contradicted': [409, '同一序號出現兩筆不同的紀錄', '資料提供機關已留存兩張收據，請立即查明紀錄系統。'],
  'index-too-far': [422, '紀錄序號超前過多', '請與資料提供機關確認紀錄序號，必要時調高閘道的上限。'],
  'not-found': [404, '查無此項', '請檢查網址。'],
  'body-too-large': [413, '請求過大', '請縮短請求內容。'],
  'provider-timeout': [504, '資料庫逾時', '請稍後重新提出查詢。'],
  'provider-failed': [502, '資料庫無法使用', '請稍後重新提出查詢。'],
  'provider-nonsense': [502, '資料庫的內容不正確', '請通知資料提供機關。'],
  fault: [500, '閘道發生錯誤', '請通知資料提供機關。'],
};

export class GatewayProblem extends Error {
  override readonly name = 'GatewayProblem';
  readonly code: GatewayCode;

  constructor(code: GatewayCode) {
    super(code);
    this.code = code;
  }
}

export function gatewayDocument(code: GatewayCode) {
  const [status, title, detail] = table[code];
  return { type: `urn:mingcha:gateway:${code}`, code, title, status, detail };
}
