// Among the last so many different ids: how many lie close to another of them. Ids of people who come to an office are scattered over
// hundreds of millions; whoever counts through the population, or guesses around an id they know, asks for neighbours.
// Each id is compared with the window twice, as it comes and as it leaves: 64 subtractions, and nothing is kept but numbers.

export class NeighbourWindow {
  readonly #within: number;
  readonly #places: Float64Array;
  /** How many others in the window lie close to the one at this place. */
  readonly #close: Uint16Array;
  #next = 0;
  #near = 0;

  constructor(length: number, within: number) {
    this.#within = within;
    this.#places = new Float64Array(length).fill(Number.NaN);
    this.#close = new Uint16Array(length);
  }

  /** How many ids in the window have a neighbour there. An id that is in the window already changes nothing. */
  add(id: string): number {
    const place = placeOf(id);
    if (Number.isNaN(place) || this.#places.includes(place)) return this.#near;
    this.#leave(this.#next);
    this.#enter(this.#next, place);
    this.#next = (this.#next + 1) % this.#places.length;
    return this.#near;
  }

  #leave(at: number): void {
    const place = this.#places[at] ?? Number.NaN;
    if ((this.#close[at] ?? 0) > 0) this.#near -= 1;
    this.#places[at] = Number.NaN;
    this.#close[at] = 0;
    this.#eachClose(place, (other) => {
      const left = (this.#close[other] ?? 0) - 1;
      this.#close[other] = left;
      if (left === 0) this.#near -= 1;
    });
  }

  #enter(at: number, place: number): void {
    let close = 0;
    this.#eachClose(place, (other) => {
      const before = this.#close[other] ?? 0;
      this.#close[other] = before + 1;
      if (before === 0) this.#near += 1;
      close += 1;
    });
    this.#places[at] = place;
    this.#close[at] = close;
    if (close > 0) this.#near += 1;
  }

  #eachClose(place: number, visit: (at: number) => void): void {
    const places = this.#places;
    // NaN, an empty place, is close to nothing.
    for (let at = 0; at < places.length; at += 1) if (Math.abs((places[at] ?? Number.NaN) - place) <= this.#within) visit(at);
  }
}

/** Ids in the order of their numbers: the letter, the digit (or the old resident numbers' letter) after it, eight digits. NaN: no such id. */
function placeOf(id: string): number {
  if (id.length !== 10) return Number.NaN;
  return (id.charCodeAt(0) * 128 + id.charCodeAt(1)) * 100_000_000 + Number(id.slice(2));
}
