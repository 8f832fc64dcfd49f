// IP addresses compared as addresses, however they are written: one text per address. IPv6 forms per RFC 4291, section 2.2;
// an IPv4-mapped IPv6 address (section 2.5.5.2) is its IPv4 address. Ranges, ports and zones are no single address.

/** Dotted IPv4, or the eight groups of IPv6 in lower case without leading zeros. Only `parseIpAddress` makes one. */
export type IpAddress = string & { readonly [ipAddress]: true };
declare const ipAddress: unique symbol;

export function parseIpAddress(text: string): IpAddress | undefined {
  if (text.length > 45) return undefined;
  return (text.includes(':') ? canonicalV6(text) : canonicalV4(text)) as IpAddress | undefined; // the one place that brands
}

/** The address of a connection; where the text is none (a command line, say), the unspecified one, which is on no list. */
export function addressOf(text: string): IpAddress {
  return parseIpAddress(text) ?? unspecified;
}

const unspecified = '0:0:0:0:0:0:0:0' as IpAddress; // as parseIpAddress gives `::`

const octet = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';
const dotted = new RegExp(`^${octet}(?:\\.${octet}){3}$`);

/** Leading zeros are refused: some readers take them for octal. */
function canonicalV4(text: string): string | undefined {
  return dotted.test(text) ? text : undefined;
}

function canonicalV6(text: string): string | undefined {
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const [head, tail] = [groupsOf(halves[0], halves.length === 1), groupsOf(halves[1], true)];
  if (!head || !tail) return undefined;
  const missing = 8 - head.length - tail.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined;
  const groups = [...head, ...Array.from({ length: missing }, () => 0), ...tail];
  return mappedV4(groups) ?? groups.map((group) => group.toString(16)).join(':');
}

function mappedV4(groups: readonly number[]): string | undefined {
  const isMapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  const octets = groups.slice(6).flatMap((group) => [group >> 8, group & 0xff]);
  return isMapped ? octets.join('.') : undefined;
}

/** The 16-bit groups of one side of `::`. Only the address's last 32 bits may be written as IPv4. */
function groupsOf(side: string | undefined, isLast: boolean): number[] | undefined {
  if (side === undefined || side === '') return [];
  const groups: number[] = [];
  const parts = side.split(':');
  for (const [at, part] of parts.entries()) {
    if (/^[0-9a-f]{1,4}$/i.test(part)) groups.push(Number.parseInt(part, 16));
    else if (isLast && at === parts.length - 1 && dotted.test(part)) groups.push(...groupsOfV4(part));
    else return undefined;
  }
  return groups;
}

function groupsOfV4(text: string): number[] {
  const [a = 0, b = 0, c = 0, d = 0] = text.split('.').map(Number);
  return [a * 256 + b, c * 256 + d];
}
