// The address of a call: `:name` parameters filled in, and what is asked for after the question mark.

export type AddressParts = Readonly<Record<string, string | number | undefined>>;

export function addressOf(path: string, params: AddressParts, query: AddressParts): string {
  const filled = path.replaceAll(/:(\w+)/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined) throw new Error(`${path} needs "${name}"`);
    return encodeURIComponent(String(value));
  });
  const asked = new URLSearchParams(Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])));
  return asked.size === 0 ? filled : `${filled}?${asked.toString()}`;
}
