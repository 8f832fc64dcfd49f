// The line of a place such as `actor.grant.from` or `[1].id` in a JSON text, so that an error can name it.

const token = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g;

/** Where the place itself isn't there (a missing key), the line of the nearest thing around it. The text is well-formed JSON. */
export function lineOfPlace(json: string, place: string): number {
  const offsets = offsetsOfPlaces(json);
  let around = place;
  while (around !== '' && !offsets.has(around)) around = around.slice(0, Math.max(0, around.lastIndexOf('.'), around.lastIndexOf('[')));
  return json.slice(0, offsets.get(around) ?? 0).split(/\r\n|\n|\r/).length;
}

function offsetsOfPlaces(json: string): ReadonlyMap<string, number> {
  const offsets = new Map<string, number>();
  const around: { readonly place: string; index: number | undefined }[] = []; // index: the next item of a list, undefined in an object
  let place = '';
  let isKey = false;
  for (const { 0: text, index: offset } of json.matchAll(token)) {
    const container = around.at(-1);
    if (isKey && text.startsWith('"')) {
      place = container?.place === '' ? (JSON.parse(text) as string) : `${container?.place}.${JSON.parse(text)}`;
      offsets.set(place, offset);
      isKey = false;
    } else if (text === ',') {
      isKey = container?.index === undefined;
    } else if (text === '}' || text === ']') {
      around.pop();
    } else if (text !== ':') {
      if (container?.index !== undefined) place = `${container.place}[${container.index++}]`;
      if (!offsets.has(place)) offsets.set(place, offset);
      isKey = text === '{';
      if (text === '{' || text === '[') around.push({ place, index: text === '[' ? 0 : undefined });
    }
  }
  return offsets;
}
