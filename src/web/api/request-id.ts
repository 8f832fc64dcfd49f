// The identity of one attempt to query. While nobody knows whether an attempt arrived, sending the same again must be the same
// attempt: the server then says that it was sent before, instead of asking a second time about the person.

export interface Attempt {
  readonly requestId: string;
  /** What was sent, as text. */
  readonly content: string;
}

/** @param uncertain the last attempt, when its fate is unknown */
export function nextRequestId(uncertain: Attempt | undefined, content: string, draw: () => string): string {
  return uncertain?.content === content ? uncertain.requestId : draw();
}

/** A random UUID (version 4). Not `crypto.randomUUID`, which browsers keep from pages that an office serves without TLS. */
export function drawRequestId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
