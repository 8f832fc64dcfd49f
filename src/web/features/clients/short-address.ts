// An address as people write it: of the eight groups of an IPv6 address the longest run of zeros is left out (RFC 5952).
export function shortAddress(address: string): string {
  if (!/^[0-9a-f]{1,4}(:[0-9a-f]{1,4}){7}$/.test(address)) return address;
  const runs = address.match(/(?<![0-9a-f])0(?::0)+(?![0-9a-f])/g) ?? [];
  const [longest] = runs.toSorted((one, other) => other.length - one.length);
  if (longest === undefined) return address;
  const [before = '', after = ''] = splitOnce(address, longest);
  return `${before.replace(/:$/, '')}::${after.replace(/^:/, '')}`;
}

/** At the first place where it stands as whole groups. */
function splitOnce(address: string, run: string): string[] {
  const groups = `:${address}:`;
  const at = groups.indexOf(`:${run}:`);
  return [groups.slice(1, at), groups.slice(at + run.length + 2, -1)];
}
